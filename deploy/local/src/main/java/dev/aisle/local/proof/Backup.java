package dev.aisle.local.proof;

import dev.aisle.local.backup.PutBack;
import dev.aisle.local.backup.TakeBackup;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A backup as {@code ./aisle backup} makes it, put back later as {@code ./aisle restore} does; nothing of either stays. */
final class Backup {
    private final Stack stack;
    private final Progress progress;
    private final Path copy;

    private Backup(Stack stack, Progress progress, Path copy) {
        this.stack = stack;
        this.progress = progress;
        this.copy = copy;
    }

    static Backup take(Stack stack, Progress progress) {
        Backup backup = new Backup(stack, progress, stack.layout().home().resolve("backup"));
        try {
            Folders.delete(backup.copy);
        } catch (IOException e) {
            throw new UncheckedIOException("An older copy can't be deleted", e);
        }
        new TakeBackup(stack.layout(), progress).into(backup.copy);
        return backup;
    }

    /** Puts it back: databases, models and the archive are as they were when it was taken, Kafka as it is now. */
    void restore() {
        Path aside = new PutBack(stack, progress, copy).run();
        try {
            Folders.delete(copy);
            Folders.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy can't be deleted", e);
        }
    }
}
