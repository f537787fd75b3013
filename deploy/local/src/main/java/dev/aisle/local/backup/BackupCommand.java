package dev.aisle.local.backup;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code ./aisle backup DIR} and {@code ./aisle restore DIR}. */
public final class BackupCommand {
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public BackupCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int backup() {
        arguments.allow("port-base", "home");
        if (!new Stack(layout, progress).isUp(Set.of(Part.POSTGRES, Part.KAFKA))) {
            throw new CommandFailure("A backup is of a stack that runs: ./aisle up");
        }
        var folder = folder();
        new TakeBackup(layout, progress).into(folder);
        progress.say(
                "The backup lies in " + folder + ". It holds addresses of people and keys: keep it as you keep those.");
        return 0;
    }

    public int restore() {
        arguments.allow("port-base", "home", "dry-run", "yes");
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(folder + " is no folder.");
        }
        var putBack = new PutBack(new Stack(layout, progress), progress, folder);
        if (arguments.has("dry-run") || !arguments.has("yes")) {
            putBack.tell();
            progress.say(
                    arguments.has("dry-run")
                            ? "Nothing was changed."
                            : "Nothing was changed. To do it: ./aisle restore " + folder + " --yes");
            return arguments.has("dry-run") ? 0 : 3;
        }
        var aside = putBack.run();
        progress.say(
                "The backup is back, and every service is ready. What was there before lies in " + layout.shown(aside)
                        + "; delete it once you don't need it: it holds people who are erased. Then the weekly job of"
                        + " docs/operations/erasure.md.");
        return 0;
    }

    private Path folder() {
        if (arguments.operands().size() != 1) {
            throw new CommandFailure("./aisle " + arguments.command() + " wants one folder.");
        }
        return Path.of(arguments.operands().getFirst()).toAbsolutePath().normalize();
    }
}
