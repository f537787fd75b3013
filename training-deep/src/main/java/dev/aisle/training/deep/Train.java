package dev.aisle.training.deep;

import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.outside.LearnersList;
import dev.aisle.recommender.models.outside.LocalOutput;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Archive and list in, model file out. Ends with 0, with 1 when no model was made, with 2 when the options are wrong or PyTorch isn't there. */
public final class Train {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Train() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int code = run(arguments, DeepAlgorithm::missing, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, Supplier<Optional<String>> missing, PrintStream out, PrintStream errors) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            errors.println("train: " + e.getMessage());
            errors.print(Options.USAGE);
            return WRONG_USAGE;
        }
        Optional<String> lacking = missing.get();
        if (lacking.isPresent()) {
            errors.println("train: " + options.networks().getFirst().algorithm().name() + ": " + lacking.get());
            return WRONG_USAGE;
        }
        long began = System.nanoTime();
        try {
            train(options, line -> out.printf("%5d s  %s%n", seconds(began), line));
            return 0;
        } catch (TrainingFailure e) {
            errors.println("train: " + e.getMessage());
            return FAILED;
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private static void train(Options options, Consumer<String> progress) {
        LocalOutput output = new LocalOutput(options.out(), path(options.out()));
        output.check();
        LearnersList learners = LearnersList.read(path(options.learners()));
        String given = options.catalogue();
        Map<String, ProductContent> catalogue = given == null ? Map.of() : CatalogueFile.read(path(given));
        Archive archive = Archive.read(path(options.archive()), learners);
        progress.accept("read %,d interactions of %,d people with %,d products"
                .formatted(
                        archive.set().size(),
                        archive.set().userCount(),
                        archive.set().productIds().length));
        KnownProducts known = given == null
                ? KnownProducts.NONE
                : KnownProducts.of(catalogue, archive.set().productIds());
        if (given != null) {
            progress.accept("the catalogue describes %,d of these products, by %,d terms"
                    .formatted(known.described(), known.features().columns()));
        }
        List<NetworkChoice> networks = options.networks().stream()
                .map(network -> network.knowing(known.features()))
                .toList();
        TrainedModel model = new DeepTraining(networks, options.recipe(), progress).train(archive, learners.readAt());
        LocalOutput.requireSound(model);
        output.write(model);
        progress.accept("written to " + options.out());
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TrainingFailure("There can't be a file " + text + ": " + e.getMessage(), e);
        }
    }
}
