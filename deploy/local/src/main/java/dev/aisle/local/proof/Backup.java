package dev.aisle.local.proof;

import dev.aisle.local.backup.CopiedFolder;
import dev.aisle.local.backup.DatabaseCopy;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** A copy of the database's files, taken while it runs, and put back later; everything else stays as it is then. */
final class Backup {
    private final Layout layout;
    private final Path copy;

    private Backup(Layout layout, Path copy) {
        this.layout = layout;
        this.copy = copy;
    }

    static Backup take(Layout layout) {
        Backup backup = new Backup(layout, layout.home().resolve("backup"));
        DatabaseCopy.take(layout, backup.copy);
        return backup;
    }

    /** Puts it back: the database is as it was when it was taken, everything else as it is now. */
    void restore(Stack stack) {
        stack.stop(Set.of(Part.POSTGRES, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN, Part.PRIVACY));
        DatabaseCopy.putBack(layout, copy);
        try {
            CopiedFolder.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy can't be deleted", e);
        }
        stack.up(Part.all());
    }
}
