package dev.aisle.platform.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why something failed, in one line: what its causes say, from the outermost in, without what says nothing. */
public final class Reason {
    private static final int MOST_CAUSES = 20;
    private static final int MOST_LETTERS = 600;
    /** Said by the framework around every failure. */
    private static final List<String> EMPTY_WORDS = List.of("Failed to start quarkus", "Failed to start application");

    private static final Pattern CLASS_BEFORE = Pattern.compile("^(\\w+\\.)+[A-Z]\\w*: ");

    private Reason() {}

    /** At most about 600 letters. */
    public static String of(Throwable failure) {
        List<String> said = new ArrayList<>();
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(Reason::words)
                .filter(words -> EMPTY_WORDS.stream().noneMatch(words::equals))
                .forEach(words -> add(said, words));
        String line = String.join(": ", said);
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll(":\\s*\\R\\s*", ": ").replaceAll("\\s*\\R\\s*", "; ");
    }

    /** A cause that was quoted by who wrapped it is said once; without the name of its class, if that is all that was put before it. */
    private static void add(List<String> said, String words) {
        if (!said.isEmpty()
                && CLASS_BEFORE.matcher(said.getLast()).replaceFirst("").equals(words)) {
            said.removeLast();
        }
        if (said.stream().noneMatch(before -> before.contains(words))) {
            said.add(words);
        }
    }
}
