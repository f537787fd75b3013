package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.ExplainableModel;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Category;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.ListBuilder.Chosen;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names the true cause of an item: the signal that adds most to the score of the source that adds most to the blend. */
final class Reasoner {
    /** From this share of a score on, one signal is called its cause. */
    private static final double ONE_CAUSE = 0.3;

    private static final int CAUSES = 3;

    private final Evidence evidence;
    private final Shelf shelf;
    private final ReasonTexts texts;

    Reasoner(Evidence evidence, Shelf shelf, ReasonTexts texts) {
        this.evidence = evidence;
        this.shelf = shelf;
        this.texts = texts;
    }

    /**
     * What the sources were asked with.
     *
     * @param session of neighbours
     * @param history of factors
     * @param basket of what was bought together
     */
    record Evidence(TrainedModel model, Known session, Known history, Known basket) {}

    /** A signal with what it adds. */
    private record Cause(Signal signal, CatalogueItem product, double share) {}

    Reason of(Chosen chosen) {
        TrainedModel model = evidence.model();
        int item = model.indexOf(chosen.product().productId());
        return switch (chosen.source()) {
            case SIMILAR -> because(causes(model.similar(), evidence.session(), item));
            case FACTORS -> because(causes(model.als(), evidence.history(), item));
            case BOUGHT_TOGETHER -> boughtWith(causes(model.boughtTogether(), evidence.basket(), item));
            case POPULAR_IN_CATEGORY, POPULARITY, CATALOGUE -> nonPersonal(chosen, texts);
        };
    }

    static Reason nonPersonal(Chosen chosen, ReasonTexts texts) {
        Category category = chosen.product().category();
        return switch (chosen.source()) {
            case POPULAR_IN_CATEGORY ->
                texts.of(ReasonCode.POPULAR_IN, category == null ? "" : category.name(), List.of());
            case CATALOGUE -> texts.of(ReasonCode.ASSORTMENT, List.of());
            default -> texts.of(ReasonCode.POPULAR, List.of());
        };
    }

    private Reason because(List<Cause> causes) {
        if (causes.isEmpty()) {
            return texts.of(ReasonCode.FOR_YOU, List.of());
        }
        Cause strongest = causes.getFirst();
        ReasonCode code = strongest.share() < ONE_CAUSE
                ? ReasonCode.MANY_CAUSES
                : strongest.signal().kind().code();
        return texts.of(code, strongest.product().title(), ids(causes));
    }

    private Reason boughtWith(List<Cause> causes) {
        return causes.isEmpty()
                ? texts.of(ReasonCode.FOR_YOU, List.of())
                : texts.of(ReasonCode.BOUGHT_WITH, causes.getFirst().product().title(), ids(causes));
    }

    private static List<String> ids(List<Cause> causes) {
        return causes.stream().map(cause -> cause.signal().productId()).toList();
    }

    private List<Cause> causes(ExplainableModel part, Known known, int item) {
        float[] addends = part.contributions(known.history(), item);
        double sum = 0;
        for (float addend : addends) {
            sum += Math.max(0, addend);
        }
        List<Cause> causes = new ArrayList<>();
        for (int place = 0; place < addends.length; place++) {
            Signal signal = known.signals().get(place);
            CatalogueItem product = shelf.get(signal.productId());
            if (addends[place] > 0 && product != null && known.history().item(place) != item) {
                causes.add(new Cause(signal, product, addends[place] / sum));
            }
        }
        causes.sort(Comparator.comparingDouble(Cause::share).reversed());
        return causes.subList(0, Math.min(CAUSES, causes.size()));
    }
}
