package dev.aisle.recommender.serving.domain;

import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Plan.LearnedOrder;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Gathered;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.candidates.Pool;
import dev.aisle.recommender.serving.domain.rank.Scale;
import dev.aisle.recommender.serving.domain.rerank.Rerank;
import dev.aisle.recommender.serving.domain.rerank.Shown;
import dev.aisle.recommender.serving.domain.rerank.Situation;
import java.util.ArrayList;
import java.util.List;

/** From a plan to a list: candidates → one scale → one score → another order → reasons. */
public final class Pipeline {
    private final Gatherer gatherer;
    private final Scale scale;
    private final Domains domains;

    /** A pipeline that asks sources so, and puts their scores on this scale. */
    public Pipeline(Gatherer gatherer, Scale scale) {
        this(gatherer, scale, Domains.SHOP_ONLY);
    }

    /** The same with reasons in the words of these domains. */
    public Pipeline(Gatherer gatherer, Scale scale, Domains domains) {
        this.gatherer = gatherer;
        this.scale = scale;
        this.domains = domains;
    }

    /** Makes the list. */
    public Recommendations make(Plan plan) {
        return made(plan).list();
    }

    /** Makes the list, and remembers what of. */
    public Made made(Plan plan) {
        Gathered gathered = gatherer.gather(plan.question(), plan.sources());
        List<Candidate> candidates = Pool.of(plan.question(), gathered, scale);
        plan.ranker().rank(candidates);
        List<Note> notes = new ArrayList<>(gathered.notes());
        String ranker = learned(plan, candidates, notes);
        Page page = plan.question().eligible().page();
        Situation situation = new Situation(plan.question(), plan.reranking(), plan.size(), page.seed(), plan.at());
        List<Shown> shown = new Rerank(situation, plan.interests()).list(candidates);
        if (shown.isEmpty()) {
            notes.add(nothing(page));
        }
        Reasoner reasoner = new Reasoner(
                gathered, plan.question(), new ReasonTexts(plan.shape().locale(), domains));
        Recommendations list = Recommendations.of(
                        shown.stream().map(place -> item(place, plan, reasoner)).toList(),
                        plan.origin(),
                        notes,
                        page,
                        candidates.size() > shown.size())
                .orderedBy(ranker);
        return new Made(list, plan, shown, reasoner);
    }

    /** Lets a learned ranker order what the blend has scored; its name, or nothing where the blend's order stays. */
    private static String learned(Plan plan, List<Candidate> candidates, List<Note> notes) {
        LearnedOrder learned = plan.learned();
        if (learned == null) {
            return "";
        }
        if (learned.ranker() == null) {
            notes.add(new Note(
                    "ranker",
                    Why.UNAVAILABLE,
                    "The ranker " + learned.version()
                            + " was learned on other features than this version has; the blend made the order."));
            return "";
        }
        learned.ranker().rank(candidates);
        return learned.version();
    }

    private static Note nothing(Page page) {
        return page.shown().length > 0
                ? new Note("filter", Why.NOTHING_LEFT, "Everything that the filters allow was shown on earlier pages.")
                : new Note(
                        "filter",
                        Why.NOTHING_MATCHES,
                        "No product for sale passes the filters and the exclusions; widen them.");
    }

    private static Item item(Shown place, Plan plan, Reasoner reasoner) {
        Candidate candidate = place.candidate();
        return new Item(
                candidate.product(),
                candidate.score(),
                candidate.source(),
                candidate.source().labelIn(plan.origin().model()),
                plan.shape().explain() ? reasoner.of(place) : null,
                place.propensity());
    }
}
