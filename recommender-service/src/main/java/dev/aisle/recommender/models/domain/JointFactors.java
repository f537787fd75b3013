package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.recommender.models.checks.TrainingFigures;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Item factors that partners learned together, as {@code ./aisle federate participate} writes them, under this shop's product ids.
 *
 * @param rows by product id
 * @param factors of the products of all partners
 * @param readAt the people who took part were those of this moment
 * @param settings of the training, in words
 */
public record JointFactors(Map<String, Integer> rows, AlsModel factors, Instant readAt, String settings) {
    private static final String KIND = "joint";
    private static final String NUMBERS = "numbers";

    /** The parameter of a model that says with which settings its factors were learned together. */
    static final String SETTINGS = KIND + ".settings";

    public JointFactors {
        rows = Map.copyOf(rows);
    }

    /** Whether a file has them. */
    public static boolean areIn(Artefact file) {
        return file.origin().parameters().containsKey(KIND);
    }

    /**
     * Reads them.
     *
     * @throws dev.aisle.algorithms.artefact.UnreadableArtefactException when parts don't fit each other or a number isn't finite
     */
    public static JointFactors read(Artefact file) {
        AlsModel factors = AlsModel.read(file);
        for (float factor : factors.itemFactors()) {
            if (!Float.isFinite(factor)) {
                throw file.contradiction("item factors that are numbers", factor);
            }
        }
        String[] products = file.texts("products");
        int[] numbers = file.ints(NUMBERS);
        if (numbers.length != products.length) {
            throw file.contradiction("a number a product", numbers.length + " of " + products.length);
        }
        Map<String, Integer> rows = new TreeMap<>();
        for (int place = 0; place < products.length; place++) {
            if (numbers[place] < 0 || numbers[place] >= factors.itemCount()) {
                throw file.contradiction("numbers of products below " + factors.itemCount(), numbers[place]);
            }
            rows.put(products[place], numbers[place]);
        }
        Map<String, String> said = file.origin().parameters();
        try {
            return new JointFactors(
                    rows, factors, Instant.parse(said.getOrDefault("readAt", "")), said.getOrDefault("settings", ""));
        } catch (DateTimeException e) {
            throw file.contradiction("the moment when its people were read", said.getOrDefault("readAt", "nothing"));
        }
    }

    /** How many products of a model have a row here. */
    public int shared(TrainedModel model) {
        int shared = 0;
        for (String id : model.productIds()) {
            shared += rows.containsKey(id) ? 1 : 0;
        }
        return shared;
    }

    /**
     * A model with these factors in the place of its own. A product that no partner was told of has none: other parts know it still.
     *
     * @param learned how the model itself was learned
     * @param figures of what it was learned from
     */
    public TrainedModel in(TrainedModel model, Recipe learned, Instant learnedReadAt, TrainingFigures figures) {
        int rank = factors.rank();
        float[] own = new float[Math.multiplyExact(model.itemCount(), rank)];
        for (int item = 0; item < model.itemCount(); item++) {
            Integer row = rows.get(model.productIds()[item]);
            if (row != null) {
                System.arraycopy(factors.itemFactors(), row * rank, own, item * rank, rank);
            }
        }
        Instant oldest = learnedReadAt.isBefore(readAt) ? learnedReadAt : readAt;
        OutsideTraining outside = new OutsideTraining("federate", oldest, learned, newestOf(figures));
        Map<String, String> parameters = new TreeMap<>(outside.parameters());
        parameters.put(SETTINGS, settings);
        return model.with(new AlsModel(rank, own, factors.ridge())).with(parameters);
    }

    /** What happened before the people were read may have been learned from. */
    private TrainingFigures newestOf(TrainingFigures figures) {
        Instant newest = figures.newest();
        return new TrainingFigures(
                figures.people(),
                figures.items(),
                figures.interactions(),
                figures.largestPerson(),
                newest == null || newest.isBefore(readAt) ? readAt : newest,
                figures.unknownProducts(),
                figures.types());
    }
}
