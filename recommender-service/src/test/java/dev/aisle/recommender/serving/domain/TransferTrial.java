package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.search.content.EmbeddedTexts;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.TransferData.Row;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.LinearRanker;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What taste that was learnt in one domain is worth to people who are new in another: {@code movielens|completejourney DIR [apart]}. In each of five folds a fifth of the people is
 * new: what they did in the other domain is hidden from the training and has to be found in the first 20 of the list there. The first two folds choose the weight
 * of descriptions, the last three judge it. With {@code apart} nobody else allows to learn across domains, so that only descriptions can carry taste. Prints, asserts nothing.
 */
final class TransferTrial {
    private static final int FOLDS = 5;
    private static final int CHOOSING = 2;
    private static final int CUTOFF = 20;
    private static final int LEAST = 5;
    private static final int SAMPLES = 2_000;
    private static final Mix NO_MODEL = new Mix(0, 0, 0, 0, 0, 0.3f);

    private final TransferData data;
    private final ContentSpace content;
    private final boolean apart;
    private final Map<String, List<Row>> people = new TreeMap<>();

    private TransferTrial(TransferData data, ContentSpace content, boolean apart) {
        this.data = data;
        this.content = content;
        this.apart = apart;
        data.rows()
                .forEach(row -> people.computeIfAbsent(row.person(), added -> new ArrayList<>())
                        .add(row));
    }

    public static void main(String[] arguments) throws IOException {
        TransferData data = TransferData.read(arguments[0], Path.of(arguments[1]));
        System.out.println(data.summary());
        TransferTrial trial = new TransferTrial(data, EmbeddedTexts.of(data.texts()), arguments.length > 2);
        for (String target : data.domains()) {
            trial.into(target);
        }
    }

    /** Ways to make a list, by name. */
    private static Map<String, LinearRanker> ways() {
        Map<String, LinearRanker> ways = new LinkedHashMap<>();
        ways.put("people", LinearRanker.across(Mix.USUAL, 0));
        ways.put("text", LinearRanker.across(NO_MODEL, 1));
        ways.put("text 0.1", LinearRanker.across(NO_MODEL, 0.1f));
        for (float weight : new float[] {0.1f, 0.2f, 0.3f, 0.5f}) {
            ways.put("both %.1f".formatted(weight), LinearRanker.across(Mix.USUAL, weight));
        }
        return ways;
    }

    private void into(String target) {
        Map<String, List<Double>> chosen = new LinkedHashMap<>();
        Map<String, List<Double>> judged = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            fold(target, fold, fold < CHOOSING ? chosen : judged);
        }
        print("into " + target + ", choosing", chosen);
        print("into " + target + ", judging", judged);
    }

    private void fold(String target, int fold, Map<String, List<Double>> values) {
        Set<String> newcomers = new HashSet<>();
        people.forEach((person, rows) -> {
            long here = rows.stream().filter(row -> row.domain().equals(target)).count();
            boolean some = here >= LEAST && rows.size() - here >= LEAST;
            if (some && Math.floorMod(person.hashCode() * 31, FOLDS) == fold) {
                newcomers.add(person);
            }
        });
        ShopView shop = data.view(model(target, newcomers), content);
        for (String person : newcomers) {
            List<Row> rows = people.getOrDefault(person, List.of());
            Set<String> wanted = new HashSet<>();
            List<PastInteraction> elsewhere = new ArrayList<>();
            for (Row row : rows.reversed()) {
                if (row.domain().equals(target)) {
                    wanted.add(row.product());
                } else {
                    elsewhere.add(
                            new PastInteraction(row.product(), row.type(), Instant.ofEpochMilli(row.millis()), true));
                }
            }
            Plan without = plan(target, new Audience(null, List.of()), shop);
            add(values, "without", ndcg(list(without), wanted));
            Plan with = plan(target, new Audience(null, elsewhere, true), shop);
            ways().forEach((name, ranker) -> add(values, name, ndcg(list(ranked(with, ranker)), wanted)));
        }
    }

    private static void add(Map<String, List<Double>> values, String name, double value) {
        values.computeIfAbsent(name, added -> new ArrayList<>()).add(value);
    }

    private TrainedModel model(String target, Set<String> newcomers) {
        TrainingSetBuilder builder = new TrainingSetBuilder();
        people.forEach((person, rows) -> {
            for (String domain : apart ? data.domains() : Set.of("")) {
                rows.stream()
                        .filter(row -> domain.isEmpty() || row.domain().equals(domain))
                        .filter(row ->
                                !newcomers.contains(person) || !row.domain().equals(target))
                        .forEach(row -> builder.add(
                                person + domain,
                                row.product(),
                                row.basket(),
                                row.type().weight(),
                                row.millis()));
            }
        });
        return new Learning()
                .fit(
                        builder.build(),
                        Long.MAX_VALUE,
                        new Name("trial", Instant.EPOCH),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    private static Plan plan(String target, Audience audience, ShopView shop) {
        RecommendQuery query = new RecommendQuery(
                Visit.of("", "home"),
                CUTOFF,
                ItemFilter.NONE.in(DomainRule.of(target)),
                Reranking.NONE,
                Page.first(),
                new Shape(false, Locale.ENGLISH));
        return PersonalPlan.of(query, audience, shop, Deadline.in(Duration.ofMinutes(1)));
    }

    private static Plan ranked(Plan plan, LinearRanker ranker) {
        return new Plan(
                plan.question(),
                plan.sources(),
                ranker,
                plan.learned(),
                plan.interests(),
                plan.reranking(),
                plan.size(),
                plan.shape(),
                plan.origin(),
                plan.at());
    }

    private static List<String> list(Plan plan) {
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest()).make(plan).productIds();
    }

    private static double ndcg(List<String> list, Set<String> wanted) {
        double sum = 0;
        double best = 0;
        for (int place = 0; place < CUTOFF; place++) {
            double gain = Math.log(2) / Math.log(place + 2.0);
            sum += place < list.size() && wanted.contains(list.get(place)) ? gain : 0;
            best += place < wanted.size() ? gain : 0;
        }
        return sum / best;
    }

    private static void print(String name, Map<String, List<Double>> values) {
        double[] base = array(values.getOrDefault("without", List.of()));
        Bootstrap bootstrap = new Bootstrap(base.length, SAMPLES, 7);
        values.forEach((way, all) -> {
            double[] own = array(all);
            double[] difference = new double[own.length];
            for (int person = 0; person < own.length; person++) {
                difference[person] = own[person] - base[person];
            }
            Estimate mean = bootstrap.mean(own);
            Estimate gain = bootstrap.mean(difference);
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE %s: %-9s nDCG@20 %.4f, difference %+.4f [%+.4f, %+.4f], %d people%n",
                    name,
                    way,
                    mean.value(),
                    gain.value(),
                    gain.low(),
                    gain.high(),
                    own.length);
        });
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
