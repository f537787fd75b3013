package dev.aisle.local;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code logs}: the list of logs; {@code logs NAME}: the end of one, and what follows with {@code --follow}. */
final class LogsCommand {
    private static final int LINES = 60;
    private static final int POLL_MILLIS = 500;
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    LogsCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    int run() {
        arguments.allow("port-base", "home", "lines", "follow");
        if (arguments.operands().isEmpty()) {
            for (var part : Part.values()) {
                progress.say(layout.shown(layout.log(part)));
            }
            return 0;
        }
        var name = arguments.operands().getFirst();
        var part = Part.named(name)
                .orElseThrow(() ->
                        new CommandFailure("There is no log of \"" + name + "\"; there are " + Part.names() + "."));
        show(layout.log(part));
        return 0;
    }

    private void show(Path log) {
        if (!Files.exists(log)) {
            throw new CommandFailure("There is no " + layout.shown(log) + " yet: it begins with ./aisle up.");
        }
        try {
            var lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            var from = Math.max(0, lines.size() - arguments.number("lines", LINES));
            lines.subList(from, lines.size()).forEach(progress::say);
            if (arguments.has("follow")) {
                follow(log);
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + layout.shown(log) + ": " + e.getMessage(), e);
        }
    }

    private void follow(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            while (!Thread.currentThread().isInterrupted()) {
                for (var line = file.readLine(); line != null; line = file.readLine()) {
                    progress.say(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
