package dev.aisle.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programmes that are run to their end. */
final class Commands {
    private Commands() {}

    /** What it printed; a failure when it ended with another code than 0. */
    static String run(Path folder, List<String> words) {
        try {
            var process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new ImageFailure(words.getFirst() + " ended with " + code + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new ImageFailure(words.getFirst() + " can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("Interrupted", e);
        }
    }
}
