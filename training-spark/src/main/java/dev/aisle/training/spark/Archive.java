package dev.aisle.training.spark;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import dev.aisle.recommender.models.outside.ArchivedEvents;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The event archive as rows that models may learn from: the types of events, purposes and people that recommender-service would take. */
final class Archive {
    private static final String FILES = "day=*/*.parquet";
    private static final List<String> COLUMNS = List.of(
            "message_id",
            "pseudonym",
            "type",
            "occurred_at",
            "items",
            "review",
            "granted_purposes",
            "consent_version",
            "kafka_partition",
            "kafka_offset");

    private Archive() {}

    /**
     * Reads what may be learned from.
     *
     * @return columns {@code person, micros, kafka_partition, kafka_offset, message_id, type, product_ids}
     */
    static Dataset<Row> interactions(SparkSession spark, String archive, Learners learners) {
        Dataset<Row> events = events(spark, archive);
        Dataset<Row> allowed = events.where(isInteraction())
                .where(array_contains(col("granted_purposes"), "MODEL_TRAINING"))
                .join(learners.rows(), col("pseudonym").equalTo(col("alias")))
                .where(coalesce(col("consent_version"), lit(0L)).gt(col("fence")));
        return allowed.select(
                        col("person"),
                        unix_micros(col("occurred_at")).as("micros"),
                        col("kafka_partition"),
                        col("kafka_offset"),
                        col("message_id"),
                        col("type"),
                        expr("transform(items, item -> item.product_id)").as("product_ids"))
                // The service refuses an event whole when it can't store one of its ids.
                .where("forall(product_ids, id -> id is null or length(id) <= 200)");
    }

    /** Who rates a product in the lower half doesn't want more of it. */
    private static Column isInteraction() {
        Column praise =
                expr("coalesce(review.rating_max, 0) <= 0 or coalesce(review.rating, 0) * 2 >= review.rating_max");
        return col("type")
                .isin((Object[]) ArchivedEvents.typeNames().toArray(String[]::new))
                .and(col("type").notEqual("REVIEW").or(praise))
                .and(col("items").isNotNull())
                .and(col("occurred_at").isNotNull())
                .and(col("message_id").isNotNull());
    }

    private static Dataset<Row> events(SparkSession spark, String archive) {
        String[] files = files(spark, archive);
        Dataset<Row> events = spark.read().option("mergeSchema", "true").parquet(files);
        StructType schema = events.schema();
        TreeSet<String> missing = new TreeSet<>(COLUMNS);
        Arrays.asList(schema.fieldNames()).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new TrainingFailure("The archive " + archive + " has no column " + String.join(", ", missing)
                    + ": expected those of docs/event-archive.md.");
        }
        DataType items = schema.apply("items").dataType();
        if (!items.catalogString().matches("array<struct<.*\\bproduct_id:string\\b.*")) {
            throw new TrainingFailure("The archive " + archive + " has items of the type " + items.catalogString()
                    + ": expected a product_id in them, see docs/event-archive.md.");
        }
        return events.select(
                COLUMNS.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new));
    }

    /** What lies beside the days (a lock, marks, files that aren't whole) is none of it. */
    private static String[] files(SparkSession spark, String archive) {
        Path folder = new Path(archive);
        try {
            FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
            FileStatus[] found = files.globStatus(new Path(folder, FILES));
            if (found == null || found.length == 0) {
                throw new TrainingFailure(
                        "There is no archive in " + archive + ": expected files day=…/….parquet in it.");
            }
            return Arrays.stream(found).map(file -> file.getPath().toString()).toArray(String[]::new);
        } catch (IOException e) {
            throw new TrainingFailure("The archive " + archive + " can't be read: " + e.getMessage(), e);
        }
    }
}
