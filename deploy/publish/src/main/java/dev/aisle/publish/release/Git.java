package dev.aisle.publish.release;

import dev.aisle.publish.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Git in a project's folder. */
record Git(Path project) {
    /** What a command printed, without its last line break. */
    String run(String... arguments) {
        Answer answer = ask(arguments);
        if (answer.code() != 0) {
            throw new Failure("git " + String.join(" ", arguments) + ": " + answer.text());
        }
        return answer.text();
    }

    /** The lines of what a command printed; none for a command that ended with 1 and said nothing, as grep does. */
    List<String> lines(String... arguments) {
        Answer answer = ask(arguments);
        if (answer.code() > 1 || (answer.code() == 1 && !answer.text().isEmpty())) {
            throw new Failure("git " + String.join(" ", arguments) + ": " + answer.text());
        }
        return answer.text().lines().toList();
    }

    private record Answer(int code, String text) {}

    private Answer ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text.stripTrailing());
        } catch (IOException e) {
            throw new Failure("git is needed and can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
