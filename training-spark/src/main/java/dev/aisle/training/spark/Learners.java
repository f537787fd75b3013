package dev.aisle.training.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Who may be learned from, as recommender-service told it: {@code # aisle-learners 1 readAt=…}, then a line a pseudonym (itself, the one under which the person stands now,
 * the version of the consent up to which nothing may be used), then {@code # end N}. Whoever isn't in it is not learned from.
 *
 * @param rows columns {@code alias}, {@code person}, {@code fence}
 * @param readAt consents and erasures are those of this moment
 */
record Learners(Dataset<Row> rows, Instant readAt) {
    private static final Pattern FIRST = Pattern.compile("# aisle-learners 1 readAt=(\\S+)");
    private static final String MARK = "#";

    /** Reads it. */
    static Learners read(SparkSession spark, String path) {
        Instant readAt = moment(path, firstLine(spark, path));
        Dataset<Row> lines = spark.read().text(path);
        Dataset<Row> marks = lines.where(functions.col("value").startsWith(MARK));
        Dataset<Row> people = lines.where(functions.not(functions.col("value").startsWith(MARK)))
                .select(functions.split(functions.col("value"), "\t").as("cells"))
                .select(
                        functions.col("cells").getItem(0).as("alias"),
                        functions
                                .try_element_at(functions.col("cells"), functions.lit(2))
                                .as("person"),
                        functions
                                .expr("try_cast(try_element_at(cells, 3) AS BIGINT)")
                                .as("fence"));
        long count = people.count();
        boolean whole =
                marks.where(functions.col("value").equalTo("# end " + count)).count() == 1;
        if (!whole) {
            throw new TrainingFailure(
                    "The list " + path + " is cut: it has no last line \"# end " + count + "\". Ask for it again.");
        }
        if (people.where("person is null or fence is null").count() > 0) {
            throw new TrainingFailure("The list " + path + " has lines without three cells. Ask for it again.");
        }
        if (count == 0) {
            throw new TrainingFailure("Nobody grants that models learn from what they do: the list " + path
                    + " is empty. There is nothing to learn.");
        }
        return new Learners(people, readAt);
    }

    private static String firstLine(SparkSession spark, String path) {
        Path file = new Path(path);
        try {
            FileSystem files = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
                String line = reader.readLine();
                return line == null ? "" : line;
            }
        } catch (IOException e) {
            throw new TrainingFailure("The list of who may be learned from can't be read: " + e.getMessage(), e);
        }
    }

    private static Instant moment(String path, String line) {
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
