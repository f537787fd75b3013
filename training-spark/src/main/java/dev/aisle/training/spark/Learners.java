package dev.aisle.training.spark;

import dev.aisle.recommender.models.outside.LearnersList;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Who may be learned from: a {@link LearnersList} that lies where Hadoop's file systems find it.
 *
 * @param rows columns {@code alias}, {@code person}, {@code fence}
 * @param readAt consents and erasures are those of this moment
 */
record Learners(Dataset<Row> rows, Instant readAt) {
    /** Reads it. */
    static Learners read(SparkSession spark, String path) {
        Instant readAt = LearnersList.momentOf(path, firstLine(spark, path));
        Dataset<Row> lines = spark.read().text(path);
        Dataset<Row> marks = lines.where(functions.col("value").startsWith(LearnersList.MARK));
        Dataset<Row> people = lines.where(functions.not(functions.col("value").startsWith(LearnersList.MARK)))
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
        boolean whole = marks.where(functions.col("value").equalTo(LearnersList.end(count)))
                        .count()
                == 1;
        LearnersList.requireWhole(path, whole, count);
        if (people.where("person is null or fence is null").count() > 0) {
            throw LearnersList.broken(path);
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
}
