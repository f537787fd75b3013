package dev.aisle.e2e.tutorials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of docs/tutorials. A block that begins with {@code ```sh run} is run; with {@code ```sh run again} until it prints what it should. A block {@code
 * ```output} below it says what is printed, with {@code …} for what differs from time to time.
 *
 * @param name  the file
 * @param steps in their order
 */
public record Tutorial(String name, List<Step> steps) {
    private static final String FENCE = "```";

    /**
     * A block that is run.
     *
     * @param line     where it begins
     * @param again    whether it is repeated until it prints what is expected
     * @param expected pieces of its output in their order
     */
    record Step(int line, String commands, boolean again, List<String> expected) {
        Step {
            expected = List.copyOf(expected);
        }

        /** Whether a text has the pieces in their order. */
        boolean printed(String output) {
            int from = 0;
            for (String piece : expected) {
                int at = output.indexOf(piece, from);
                if (at < 0) {
                    return false;
                }
                from = at + piece.length();
            }
            return true;
        }
    }

    public Tutorial {
        steps = List.copyOf(steps);
    }

    /** Those of a folder that have something to run. */
    public static List<Tutorial> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Tutorial> tutorials = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
                tutorials.add(read(String.valueOf(file.getFileName()), Files.readAllLines(file)));
            }
            tutorials.removeIf(tutorial -> tutorial.steps().isEmpty());
            return tutorials;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    static Tutorial read(String name, List<String> lines) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String opened = lines.get(i);
            if (!opened.startsWith(FENCE)) {
                continue;
            }
            int begin = i + 1;
            do {
                i++;
            } while (i < lines.size() && !lines.get(i).startsWith(FENCE));
            String block = String.join("\n", lines.subList(begin, i));
            List<String> words =
                    List.of(opened.substring(FENCE.length()).strip().split("\\s+", -1));
            if (words.contains("run")) {
                steps.add(new Step(begin, block, words.contains("again"), List.of()));
            } else if (words.getFirst().equals("output")) {
                Step told = steps.removeLast();
                steps.add(new Step(told.line(), told.commands(), told.again(), pieces(block)));
            }
        }
        return new Tutorial(name, steps);
    }

    private static List<String> pieces(String output) {
        return Stream.of(output.split("[…\\n]", -1))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
