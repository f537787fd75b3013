package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Group.Kind;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Cause;
import dev.aisle.recommender.serving.domain.candidates.Gathered;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.rerank.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names the true cause of an item: the signal that adds most to the score of the source that adds most to the whole. */
final class Reasoner {
    /** From this share of a score on, one signal is called its cause. */
    private static final double ONE_CAUSE = 0.3;

    private static final int CAUSES = 3;

    private final Gathered gathered;
    private final Question question;
    private final Shelf shelf;
    private final ReasonTexts words;

    Reasoner(Gathered gathered, Question question, ReasonTexts words) {
        this.gathered = gathered;
        this.question = question;
        this.shelf = question.shop().shelf();
        this.words = words;
    }

    /** A cause with its share of the score. */
    private record Named(Cause cause, CatalogueItem product, double share) {
        Signal signal() {
            return cause.signal();
        }
    }

    /** Why something came to its place: by chance, or by what a source says. */
    Reason of(Shown place) {
        return place.explored() ? here(place.candidate()).of(ReasonCode.NEW, List.of()) : of(place.candidate());
    }

    private ReasonTexts here(Candidate candidate) {
        return words.in(candidate.product().domain());
    }

    /** In the words of the product's domain; a cause in those of its own. */
    Reason of(Candidate candidate) {
        Source source = candidate.source();
        ReasonTexts texts = here(candidate);
        return switch (source) {
            case SIMILAR, FACTORS -> because(named(source, candidate));
            case BOUGHT_TOGETHER -> with(ReasonCode.BOUGHT_WITH, named(source, candidate));
            case SESSIONS -> with(ReasonCode.SAME_VISIT, named(source, candidate));
            case NETWORK -> with(ReasonCode.COMES_NEXT, named(source, candidate));
            case CONTENT -> alike(texts, named(source, candidate));
            case DUE_AGAIN ->
                texts.of(
                        ReasonCode.BUY_AGAIN,
                        candidate.product().title(),
                        List.of(candidate.product().productId()));
            case POPULAR_IN_CATEGORY -> {
                Category category = candidate.product().category();
                yield texts.of(ReasonCode.POPULAR_IN, category == null ? "" : category.name(), List.of());
            }
            case POPULAR_IN_COUNTRY -> among(texts, Kind.COUNTRY, ReasonCode.POPULAR_IN_COUNTRY);
            case POPULAR_ON_DEVICE -> among(texts, Kind.DEVICE, ReasonCode.POPULAR_ON_DEVICE);
            case POPULARITY -> texts.of(ReasonCode.POPULAR, List.of());
            case TRENDING -> texts.of(ReasonCode.TRENDING, List.of());
            case CATALOGUE -> texts.of(ReasonCode.ASSORTMENT, List.of());
            case PICTURE -> texts.of(ReasonCode.LOOKS_LIKE, List.of());
        };
    }

    private Reason among(ReasonTexts texts, Kind kind, ReasonCode code) {
        Group group = question.group(kind);
        return group == null ? texts.of(ReasonCode.POPULAR, List.of()) : texts.of(code, texts.nameOf(group), List.of());
    }

    private Reason because(List<Named> causes) {
        if (causes.isEmpty()) {
            return words.of(ReasonCode.FOR_YOU, List.of());
        }
        Named strongest = causes.getFirst();
        ReasonCode code = strongest.share() < ONE_CAUSE
                ? ReasonCode.MANY_CAUSES
                : strongest.signal().kind().code();
        return words.in(strongest.product().domain())
                .of(code, strongest.product().title(), ids(causes));
    }

    private Reason with(ReasonCode code, List<Named> causes) {
        return causes.isEmpty()
                ? words.of(ReasonCode.FOR_YOU, List.of())
                : words.in(causes.getFirst().product().domain())
                        .of(code, causes.getFirst().product().title(), ids(causes));
    }

    /** The mean of several descriptions was compared, so that one of them is the cause only when it is most of it. */
    private Reason alike(ReasonTexts texts, List<Named> causes) {
        return causes.isEmpty() || causes.getFirst().share() < ONE_CAUSE
                ? texts.of(ReasonCode.LIKE_SEEN, ids(causes))
                : because(causes);
    }

    private static List<String> ids(List<Named> causes) {
        return causes.stream().map(cause -> cause.signal().productId()).toList();
    }

    private List<Named> named(Source source, Candidate candidate) {
        List<Cause> causes = gathered.of(source).causes(candidate);
        double sum = causes.stream().mapToDouble(Cause::addend).sum();
        List<Named> named = new ArrayList<>();
        for (Cause cause : causes) {
            CatalogueItem product = shelf.get(cause.signal().productId());
            if (product != null) {
                named.add(new Named(cause, product, cause.addend() / sum));
            }
        }
        named.sort(Comparator.comparingDouble(Named::share).reversed());
        return named.subList(0, Math.min(CAUSES, named.size()));
    }
}
