package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.outside.LocalOutput;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** The job: archive and list in, model file out. Ends with 0, with 1 when no model was made, with 2 when the options are wrong. */
public final class Train {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Train() {}

    /** Runs it; what spark-submit starts. */
    public static void main(String[] arguments) {
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream errors) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            errors.println("train: " + e.getMessage());
            errors.print(Options.USAGE);
            return WRONG_USAGE;
        }
        long began = System.nanoTime();
        Consumer<String> progress = line -> out.printf("%5d s  %s%n", seconds(began), line);
        SparkSession spark = session(options);
        try {
            train(spark, options, progress);
            return 0;
        } catch (TrainingFailure e) {
            errors.println("train: " + e.getMessage());
            return FAILED;
        } finally {
            spark.stop();
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Trains in a session. */
    static void train(SparkSession spark, Options options, Consumer<String> progress) {
        ModelOutput output = new ModelOutput(options.out(), spark.sparkContext().hadoopConfiguration());
        output.check();
        try {
            Learners learners = Learners.read(spark, options.learners());
            int partitions = options.partitions() > 0
                    ? options.partitions()
                    : 2 * spark.sparkContext().defaultParallelism();
            TrainedModel model = new SparkLearning(spark, options.recipe(), partitions, progress)
                    .fit(
                            Archive.interactions(spark, options.archive(), learners),
                            learners.readAt(),
                            LocalOutput.name("spark"));
            LocalOutput.requireSound(model);
            output.write(model);
            progress.accept("written to " + options.out());
        } catch (TrainingFailure e) {
            throw e;
        } catch (Exception e) {
            // Scala throws what Java calls checked without saying so.
            throw new TrainingFailure("Spark gave up: " + reason(e), e);
        }
    }

    /** What went wrong at the bottom, and above it what was being done: the name of a broken file stands in one of them. */
    private static String reason(Throwable failure) {
        String top = firstLine(failure);
        String bottom = top;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            bottom = firstLine(cause);
        }
        return bottom.equals(top) ? top : top + " / " + bottom;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    private static SparkSession session(Options options) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("aisle-train")
                .config("spark.sql.session.timeZone", "UTC")
                // Solved rows come back to the driver: rank × 4 bytes a person.
                .config("spark.driver.maxResultSize", "0");
        if (options.master() != null) {
            builder.master(options.master());
            if (options.master().startsWith("local")) {
                builder.config("spark.driver.host", "127.0.0.1")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.ui.enabled", "false");
            }
        }
        return builder.getOrCreate();
    }
}
