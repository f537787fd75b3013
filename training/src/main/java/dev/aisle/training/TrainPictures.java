package dev.aisle.training;

import dev.aisle.algorithms.artefact.Fingerprint;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.algorithms.pictures.PictureNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code ./aisle train --pictures DIR --out FILE}: ends with 0, with 1 when no encoder was made, with 2 when the options are wrong. */
public final class TrainPictures {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String THREADS = "ai.djl.pytorch.num_threads";
    private static final Set<String> KNOWN =
            Set.of("--pictures", "--sprite", "--out", "--epochs", "--unseen", "--seed");
    static final String USAGE = """
        train --pictures DIR|--sprite FILE --out FILE [--epochs N] [--unseen SHARE] [--seed N]

          --pictures  a folder with a folder of PNG, JPEG or WebP files for each category, or with pictures.csv (file,category)
          --sprite    instead: one picture of 28 × 28 pictures, three rows a category (Fashion-MNIST)
          --out       the encoder's file; appears whole or not at all
          --epochs    how often each picture is shown (40)
          --unseen    share of each category that is held back to measure on (0.33)
          --seed      of whatever is drawn (1)
        """;

    private TrainPictures() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        // So small a network loses more by waiting for another thread than it gains by it.
        if (System.getProperty(THREADS) == null) {
            System.setProperty(THREADS, "1");
        }
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What was asked for. */
    private record Options(Map<String, String> given, Path out, int epochs, double unseen, long seed) {
        static Options parse(String... arguments) {
            Map<String, String> given = new HashMap<>();
            for (int place = 0; place < arguments.length; place += 2) {
                if (!KNOWN.contains(arguments[place])) {
                    throw new IllegalArgumentException("there is no option " + arguments[place]);
                }
                if (place + 1 == arguments.length || arguments[place + 1].isBlank()) {
                    throw new IllegalArgumentException(arguments[place] + " needs a value");
                }
                given.put(arguments[place], arguments[place + 1]);
            }
            if (given.containsKey("--pictures") == given.containsKey("--sprite")) {
                throw new IllegalArgumentException("expected either --pictures or --sprite");
            }
            String out = Optional.ofNullable(given.get("--out"))
                    .orElseThrow(() -> new IllegalArgumentException("--out is missing"));
            double unseen = number(given, "--unseen", "0.33", "0\\.[0-9]{1,6}");
            if (unseen == 0) {
                throw new IllegalArgumentException("--unseen: expected more than 0");
            }
            return new Options(
                    given, Path.of(out), (int) number(given, "--epochs", "40", "[1-9][0-9]{0,3}"), unseen, (long)
                            number(given, "--seed", "1", "[0-9]{1,9}"));
        }

        private static double number(Map<String, String> given, String option, String usual, String form) {
            String text = given.getOrDefault(option, usual);
            if (!text.matches(form)) {
                throw new IllegalArgumentException(option + ": expected " + form + ", was " + text);
            }
            return Double.parseDouble(text);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream errors) {
        try {
            Options options = Options.parse(arguments);
            Optional<String> missing = PyTorch.missing();
            if (missing.isPresent()) {
                errors.println("train: " + missing.get());
                return FAILED;
            }
            train(options, out);
            return 0;
        } catch (IllegalArgumentException e) {
            errors.println("train: " + e.getMessage());
            errors.print(USAGE);
            return WRONG_USAGE;
        } catch (IOException | ArithmeticException e) {
            errors.println("train: " + e.getMessage());
            return FAILED;
        }
    }

    private static void train(Options options, PrintStream out) throws IOException {
        Path folder = Optional.ofNullable(options.out().toAbsolutePath().getParent())
                .orElseThrow(() -> new IllegalArgumentException("--out: expected a file, was " + options.out()));
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out: there is no folder " + folder);
        }
        PictureSet set = read(options, out);
        PictureEncoder encoder = encoder(options, set, out);
        encoder.stored().write(options.out());
        out.printf(Locale.ROOT, "written to %s: %,d bytes%n", options.out(), Files.size(options.out()));
    }

    private static PictureSet read(Options options, PrintStream out) throws IOException {
        PictureFiles files = new PictureFiles(out::println);
        String pictures = options.given().get("--pictures");
        PictureSet set = pictures != null
                ? files.folder(Path.of(pictures))
                : files.sprite(Path.of(options.given().getOrDefault("--sprite", "")));
        if (set.categories().size() < 2) {
            throw new IllegalArgumentException("expected pictures of two categories or more, found " + set.size()
                    + " pictures of " + set.categories().size() + " categories");
        }
        out.printf(
                Locale.ROOT,
                "%,d pictures of %d categories%n",
                set.size(),
                set.categories().size());
        return set;
    }

    /** Trains on what isn't held back, and measures on the rest. */
    static PictureEncoder encoder(PictureSet set, int epochs, double share, long seed) {
        BitSet unseen = set.unseen(share, seed);
        if (unseen.isEmpty()) {
            throw new IllegalArgumentException("expected more pictures a category: none would be left to measure on");
        }
        int[] seen = IntStream.range(0, set.size()).filter(n -> !unseen.get(n)).toArray();
        PictureNetwork network = PictureNetwork.of(set.categories().size());
        Weights weights = PictureTraining.withDefaults(epochs, seed).of(network, set, seen, (done, total) -> true);
        PictureEncoder bare = new PictureEncoder(network, weights, set.categories(), origin(set, Map.of(), seed));
        Map<String, String> parameters =
                new HashMap<>(PictureFigures.of(bare, set, unseen).parameters());
        parameters.put("seen", Integer.toString(seen.length));
        parameters.put("epochs", Integer.toString(epochs));
        return new PictureEncoder(network, weights, set.categories(), origin(set, parameters, seed));
    }

    private static PictureEncoder encoder(Options options, PictureSet set, PrintStream out) {
        long from = System.nanoTime();
        PictureEncoder encoder = encoder(set, options.epochs(), options.unseen(), options.seed());
        Map<String, String> figures = encoder.origin().parameters();
        out.printf(
                Locale.ROOT,
                "trained on %s pictures in %.1f s; on the %s that it did not see:%n",
                figures.get("seen"),
                (System.nanoTime() - from) / 1e9,
                figures.get("unseen"));
        for (String[] line : List.of(
                new String[] {"category named rightly", "accuracy"},
                new String[] {"ten nearest of the same category, among the unseen", "neighbours-of-unseen"},
                new String[] {"the same among all", "neighbours-of-all"},
                new String[] {"by pixels instead, among the unseen", "pixels-of-unseen"},
                new String[] {"by pixels, among all", "pixels-of-all"})) {
            out.printf(
                    Locale.ROOT,
                    "FIGURE  %s: %.3f%n",
                    line[0],
                    Double.parseDouble(figures.getOrDefault(line[1], "NaN")));
        }
        return encoder;
    }

    private static Origin origin(PictureSet set, Map<String, String> parameters, long seed) {
        return Origin.of(PictureNetwork.NAME, parameters, seed, fingerprint(set));
    }

    private static String fingerprint(PictureSet set) {
        Fingerprint fingerprint = new Fingerprint().add(set.classes());
        int[] pixels = new int[Picture.BYTES];
        for (Picture picture : set.pictures()) {
            for (int n = 0; n < pixels.length; n++) {
                pixels[n] = picture.rgb()[n];
            }
            fingerprint.add(pixels);
        }
        return fingerprint.hex();
    }
}
