package dev.aisle.campaign.experiments.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.analysis.PlanExperiment;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Answer;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Plan;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Question;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Week;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Words;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Plan of an experiment as a part of pages. It is shown as soon as a goal is chosen, whatever else is missing. */
@Singleton
class PlanPanel {
    private static final double USUAL = 0.05;
    private static final double USUAL_POWER = 0.8;
    private static final int LOOKS = 5;
    private static final double HUNDRED = 100;
    private static final double MOST_DRAWN = 10;

    private final PlanExperiment planExperiment;
    private final MetricDefinitions definitions;

    PlanPanel(PlanExperiment planExperiment, MetricDefinitions definitions) {
        this.planExperiment = planExperiment;
        this.definitions = definitions;
    }

    /**
     * A plan as it is shown.
     *
     * @param metric the goal's name
     * @param effect the least that matters
     * @param plan null where none can be made
     * @param why none can be made, in English; empty where one can
     * @param chart the least effect that is found after each week
     * @param csv where the weeks are as a file
     */
    record Planned(
            String metric,
            double effect,
            double power,
            @Nullable Plan plan,
            String why,
            String chart,
            String csv) {}

    /** The plan of a definition that may be incomplete; empty as long as it has no goal. */
    Optional<Planned> of(JsonNode definition, Words words) {
        Optional<Metric> goal = goals(definition).stream()
                .flatMap(id -> definitions.byId(id).stream())
                .findFirst();
        return goal.map(metric -> planned(metric, question(metric.id(), definition), words));
    }

    private Planned planned(Metric metric, Question question, Words words) {
        String csv = "/console/experiments/plan/weeks?metric=" + ExperimentWords.inAddress(metric.id()) + "&method="
                + question.rule().method().code() + "&alpha=" + question.rule().alpha() + "&minimumEffect="
                + question.rule().minimumEffect() + "&power=" + question.rule().power() + "&comparisons="
                + question.comparisons() + "&leastWeight=" + question.leastWeight() + "&coverage="
                + question.coverage();
        DecisionRule rule = question.rule();
        return switch (planExperiment.plan(question)) {
            case Answer.Planned made ->
                new Planned(
                        metric.name(),
                        rule.minimumEffect(),
                        rule.power(),
                        made.plan(),
                        "",
                        chart(made.plan(), rule, words),
                        csv);
            case Answer.TooLittle little ->
                new Planned(metric.name(), rule.minimumEffect(), rule.power(), null, little.why(), "", csv);
            case Answer.UnknownMetric _ ->
                new Planned(
                        metric.name(), rule.minimumEffect(), rule.power(), null, "there is no such metric", "", csv);
        };
    }

    private static String chart(Plan plan, DecisionRule rule, Words words) {
        List<Week> weeks = plan.weeks();
        return ChartData.byNumber(weeks.stream().map(Week::week).toList())
                .unit("%")
                .line(words.say("experiments_found_effect"), effects(weeks))
                .dashed(
                        words.say("experiments_matters"),
                        Collections.nCopies(weeks.size(), HUNDRED * rule.minimumEffect()))
                .json();
    }

    private static List<@Nullable Double> effects(List<Week> weeks) {
        List<@Nullable Double> all = new ArrayList<>();
        weeks.forEach(week -> all.add(effect(week)));
        return all;
    }

    /** In hundredths; more than tenfold isn't drawn. */
    private static @Nullable Double effect(Week week) {
        Double effect = week.effect();
        return effect == null || effect > MOST_DRAWN ? null : Double.valueOf(HUNDRED * effect);
    }

    /** The weeks of a plan as a file. */
    Response weeks(Question question) {
        Csv table = Csv.of("week", "least_effect_found", "power_for_the_effect_that_matters");
        if (planExperiment.plan(question) instanceof Answer.Planned made) {
            made.plan().weeks().forEach(week -> table.row(week.week(), week.effect(), week.power()));
        }
        return table.download("plan-" + ExperimentIds.idOf(question.metric()));
    }

    private static List<String> goals(JsonNode definition) {
        return StreamSupport.stream(definition.path("metrics").spliterator(), false)
                .filter(use -> use.path("role").asText().equals("goal"))
                .map(use -> use.path("metric").asText())
                .toList();
    }

    private static Question question(String metric, JsonNode definition) {
        JsonNode rule = definition.path("decision");
        JsonNode variations = definition.path("variations");
        int arms = Math.max(2, variations.size());
        double least = StreamSupport.stream(variations.spliterator(), false)
                .mapToDouble(one -> one.path("weight").asDouble(0))
                .filter(weight -> weight > 0 && weight < 1)
                .min()
                .orElse(1.0 / arms);
        double layer = definition.has("layer") ? inside(definition.path("layer").path("share"), 1, 1) : 1;
        return new Question(
                metric,
                rule(
                        rule.path("method").asText(),
                        inside(rule.path("alpha"), USUAL, 0.5),
                        inside(rule.path("minimumEffect"), USUAL, 1),
                        inside(rule.path("power"), USUAL_POWER, 0.99)),
                (arms - 1) * Math.max(1, goals(definition).size()),
                least,
                layer * inside(definition.path("coverage"), 1, 1));
    }

    /** A rule by its numbers. */
    static DecisionRule rule(String method, double alpha, double effect, double power) {
        Method how = Arrays.stream(Method.values())
                .filter(one -> one.code().equals(method))
                .findFirst()
                .orElse(Method.SEQUENTIAL);
        return new DecisionRule(how, alpha, effect, power, LOOKS);
    }

    private static double inside(JsonNode share, double usual, double most) {
        double value = share.isNumber() ? share.doubleValue() : usual;
        return value > 0 && value <= most ? value : usual;
    }
}
