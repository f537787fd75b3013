package dev.aisle.recommender.models.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may be learned from, as recommender-service told it: {@code # aisle-learners 1 readAt=…}, then a line a pseudonym (itself, the one under which the person stands now,
 * the version of the consent up to which nothing may be used), then {@code # end N}. Whoever isn't in it is not learned from.
 *
 * @param readAt consents and erasures are those of this moment
 */
public record LearnersList(List<Learner> people, Instant readAt) {
    /** Lines that are no person begin so. */
    public static final String MARK = "#";

    private static final Pattern FIRST = Pattern.compile("# aisle-learners 1 readAt=(\\S+)");
    private static final Pattern PERSON = Pattern.compile("([^\t]+)\t([^\t]+)\t(-?[0-9]{1,18})");

    public LearnersList {
        people = List.copyOf(people);
    }

    /**
     * Somebody who may be learned from.
     *
     * @param alias a pseudonym under which something may lie
     * @param person the pseudonym of now
     * @param fence what was let in under this version of the consent or an earlier one is not used
     */
    public record Learner(String alias, String person, long fence) {}

    /**
     * Reads it.
     *
     * @throws TrainingFailure when it can't be read or isn't whole
     */
    public static LearnersList read(Path path) {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String first = lines.readLine();
            Instant readAt = momentOf(path.toString(), first == null ? "" : first);
            List<Learner> people = new ArrayList<>();
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    last = line;
                } else {
                    people.add(learner(path, line));
                }
            }
            requireWhole(path.toString(), last.equals(end(people.size())), people.size());
            return new LearnersList(people, readAt);
        } catch (IOException e) {
            throw new TrainingFailure("The list of who may be learned from can't be read: " + e, e);
        }
    }

    private static Learner learner(Path path, String line) {
        Matcher cells = PERSON.matcher(line);
        if (!cells.matches()) {
            throw broken(path.toString());
        }
        return new Learner(cells.group(1), cells.group(2), Long.parseLong(cells.group(3)));
    }

    /** The last line of a list of so many. */
    public static String end(long count) {
        return "# end " + count;
    }

    /** The failure of a list with lines that are none of it. */
    public static TrainingFailure broken(String path) {
        return new TrainingFailure("The list " + path + " has lines without three cells. Ask for it again.");
    }

    /** Refuses a list that is cut or empty. */
    public static void requireWhole(String path, boolean ends, long count) {
        if (!ends) {
            throw new TrainingFailure(
                    "The list " + path + " is cut: it has no last line \"" + end(count) + "\". Ask for it again.");
        }
        if (count == 0) {
            throw new TrainingFailure("Nobody grants that models learn from what they do: the list " + path
                    + " is empty. There is nothing to learn.");
        }
    }

    /** The moment in the first line of a list. */
    public static Instant momentOf(String path, String line) {
        Matcher first = FIRST.matcher(line);
        try {
            if (first.matches()) {
                return Instant.parse(first.group(1));
            }
        } catch (DateTimeException e) {
            throw new TrainingFailure("The list " + path + " has no moment in its first line: " + line, e);
        }
        throw new TrainingFailure(
                "The file " + path + " is no list of who may be learned from: expected \"# aisle-learners 1"
                        + " readAt=…\" in its first line. GET /v1/models/learners of recommender-service gives one.");
    }
}
