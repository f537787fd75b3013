package dev.aisle.recommender.serving.domain;

import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Explanation.Contribution;
import dev.aisle.recommender.serving.domain.Explanation.Obstacle;
import dev.aisle.recommender.serving.domain.Explanation.Obstacle.Code;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Cause;
import dev.aisle.recommender.serving.domain.candidates.Found;
import dev.aisle.recommender.serving.domain.candidates.Gathered;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Asks the sources of a list about one product. */
public final class Explainer {
    private final Gatherer gatherer;
    private final Scale scale;
    private final Domains domains;

    /** An explainer that asks as the pipeline does. */
    public Explainer(Gatherer gatherer, Scale scale) {
        this(gatherer, scale, Domains.SHOP_ONLY);
    }

    /** The same with reasons in the words of these domains. */
    public Explainer(Gatherer gatherer, Scale scale, Domains domains) {
        this.gatherer = gatherer;
        this.scale = scale;
        this.domains = domains;
    }

    /**
     * Explains.
     *
     * @param plan of a list for the person
     * @param list what the plan gives
     */
    public Explanation of(CatalogueItem product, Plan plan, Recommendations list) {
        Question question = plan.question();
        Gathered gathered = gatherer.gather(question, plan.sources());
        ModelView view = question.shop().model();
        ToIntFunction<String> indexOf = view == null ? id -> -1 : view.model()::indexOf;
        Candidate candidate = new Candidate(product, Math.max(-1, indexOf.applyAsInt(product.productId())));
        for (Found found : gathered.founds()) {
            if (found.greatest() > 0) {
                candidate.scaled(found.source(), scale.of(found.source(), found.score(candidate), found.greatest()));
            }
        }
        plan.ranker().rank(List.of(candidate));
        ReasonTexts texts = new ReasonTexts(plan.shape().locale(), domains);
        int place = list.productIds().indexOf(product.productId()) + 1;
        return new Explanation(
                place,
                new Reasoner(gathered, question, texts).of(candidate),
                contributions(candidate, plan, gathered),
                place > 0 ? consent(plan, texts) : obstacles(candidate, plan, texts),
                plan.origin());
    }

    private static List<Contribution> contributions(Candidate candidate, Plan plan, Gathered gathered) {
        List<Contribution> contributions = new ArrayList<>();
        for (Source source : Source.values()) {
            double share =
                    candidate.score() > 0 ? plan.ranker().addend(source, candidate) / (double) candidate.score() : 0;
            if (share > 0) {
                String label = source.labelIn(plan.origin().model());
                List<Cause> causes = gathered.of(source).causes(candidate);
                double sum = causes.stream().mapToDouble(Cause::addend).sum();
                if (causes.isEmpty()) {
                    contributions.add(new Contribution(label, "", share));
                }
                causes.forEach(cause -> contributions.add(
                        new Contribution(label, cause.signal().productId(), share * cause.addend() / sum)));
            }
        }
        contributions.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return contributions;
    }

    private static List<Obstacle> obstacles(Candidate candidate, Plan plan, ReasonTexts texts) {
        Question question = plan.question();
        CatalogueItem product = candidate.product();
        List<Obstacle> obstacles = new ArrayList<>(consent(plan, texts));
        boolean excluded = question.eligible().excluded().contains(product.productId());
        if (!question.eligible().filter().isForSale(product)) {
            obstacles.add(obstacle(Code.NOT_FOR_SALE, texts));
        }
        if (excluded && question.signals().justSeen().contains(product.productId())) {
            obstacles.add(obstacle(Code.JUST_SEEN, texts));
        } else if (excluded) {
            obstacles.add(obstacle(Code.ALREADY_BOUGHT, texts));
        }
        if (!excluded && question.eligible().test(product)) {
            obstacles.add(obstacle(candidate.score() > 0 ? Code.OTHERS_FIRST : Code.NOTHING_KNOWN, texts));
        }
        return obstacles;
    }

    private static List<Obstacle> consent(Plan plan, ReasonTexts texts) {
        return plan.origin().refusal() == NonPersonal.NO_CONSENT
                ? List.of(obstacle(Code.NO_CONSENT, texts))
                : List.of();
    }

    private static Obstacle obstacle(Code code, ReasonTexts texts) {
        return new Obstacle(code, texts.of(code));
    }
}
