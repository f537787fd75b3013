package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.experiments.analysis.TakeLooks;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every form of marketers, analysts and operators. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignFormsIT {
    private static final String CAMPAIGNS = "/console/campaigns";
    private static final String EXPERIMENTS = "/console/experiments";
    private static final Map<String, String> EXPERIMENT = Map.of(
            "mode", "make",
            "revision", "0",
            "name", "Forms",
            "hypothesis", "Blue is seen by more people.",
            "rows", "2",
            "variations.0.key", "control",
            "variations.0.value", "green",
            "variations.1.key", "blue",
            "variations.1.value", "blue",
            "metric.conversion.role", "goal");

    @Inject
    AgroalDataSource database;

    @Inject
    TakeLooks takeLooks;

    private final ConsoleSession somebody = ConsoleSession.of("forms", "marketer", "analyst", "operator");

    @Test
    void everyFormTakesAnythingAndLosesNothing() throws SQLException {
        somebody.get(CAMPAIGNS);
        String stale = campaign();
        Map<String, String> mine = Map.of("id", stale, "revision", "r1", "definition", definition(stale, "Mine"));
        new CampaignApi(stale).save("bo", definition(stale, "Theirs"), "\"r1\"").statusCode(200);
        String experiment = experiment();
        somebody.post(EXPERIMENTS + "/flags", Map.of("key", experiment, "on", "true", "default", "3", "revision", ""));
        somebody.post(EXPERIMENTS + "/access/keys", Map.of("name", experiment));

        new ConsoleForms(somebody)
                .filledWith(Map.of("id", "forms-{new}", "name", "Forms", "title_en", "Hello", "body_en", "There"))
                .on(
                        CAMPAIGNS + "/edit",
                        CAMPAIGNS + "/edit?id=" + campaign(),
                        CAMPAIGNS + "/one/" + campaign(),
                        CAMPAIGNS + "/one/" + campaign("submit"),
                        CAMPAIGNS + "/one/" + campaign("submit", "approve"),
                        CAMPAIGNS + "/one/" + campaign("submit", "approve", "pause"),
                        CAMPAIGNS + "/one/" + stale,
                        CAMPAIGNS + "/trial/" + stale,
                        CAMPAIGNS + "/moved/" + stale,
                        CAMPAIGNS + "/allocated/" + allocated())
                .shownIn(
                        "a stale edit of a campaign",
                        somebody.post(CAMPAIGNS + "/edit?id=" + stale, mine).body())
                .filledWith(Map.of("subject", "p1.k1." + "a".repeat(32)))
                .on(CAMPAIGNS + "/decisions")
                .filledWith(Map.of("benefit.percent", "10", "count", "1", "tried", "nothing", "basket", "10"))
                .on(CAMPAIGNS + "/coupons/new", CAMPAIGNS + "/coupons/one/" + coupon())
                .filledWith(Map.of("budget", "100"))
                .on(CAMPAIGNS + "/ads/new-advertiser")
                .filledWith(Map.of("productId", "p-1", "title", "Cups", "bid", "0.35", "placements", "forms"))
                .filledWith(Map.of("keywords", "cups"))
                .on(CAMPAIGNS + "/ads/new", CAMPAIGNS + "/ads")
                .filledWith(Map.of("reason", "the relay is back"))
                .on(openMessages().toArray(String[]::new))
                .filledWith(Map.of("key", "forms-{new}", "default", "3", "seed", "forms"))
                .on(
                        EXPERIMENTS + "/flags/new",
                        EXPERIMENTS + "/flags/one/" + experiment,
                        EXPERIMENTS + "/access",
                        EXPERIMENTS + "/access")
                .filledWith(EXPERIMENT)
                .on(
                        EXPERIMENTS + "/plan",
                        EXPERIMENTS + "/one/" + experiment,
                        EXPERIMENTS + "/plan/of/" + experiment,
                        EXPERIMENTS + "/plan/of/" + experiment("start"),
                        EXPERIMENTS + "/plan/of/" + experiment("start") + "?mode=phase",
                        EXPERIMENTS + "/one/" + running(),
                        EXPERIMENTS + "/one/" + experiment("start", "stop"))
                .coverTemplates();
    }

    private static String anew() {
        return "forms-" + UUID.randomUUID();
    }

    private static String definition(String id, String title) {
        return new CampaignApi(id).definition(title);
    }

    /** One that others wrote and took so far. */
    private static String campaign(String... steps) {
        CampaignApi api = new CampaignApi(anew());
        api.save("bo", api.definition("One"), null).statusCode(201);
        for (String step : steps) {
            api.step(step.equals("approve") ? "anna" : "bo", step).statusCode(200);
        }
        return api.id();
    }

    private String allocated() {
        CampaignApi api = new CampaignApi(anew());
        api.save("bo", """
                        {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0, "audience": "fans",
                         "assignment": "allocated", "value": {"amount": 100, "currency": "EUR"},
                         "budget": {"amount": 1, "currency": "EUR"},
                         "variations": [
                           {"id": "dear", "weight": 0.5, "coupon": "%s", "content": {"en": {"title": "Tea", "body": "There"}}},
                           {"id": "cheap", "weight": 0.5, "coupon": "%s", "content": {"en": {"title": "Tea", "body": "There"}}}]}
                        """.formatted(api.id(), coupon(), coupon()), null).statusCode(201);
        return api.id();
    }

    private String coupon() {
        String id = anew();
        Map<String, String> fields =
                Map.of("id", id, "benefit.kind", "AMOUNT", "benefit.amount", "5", "codes", "SHARED", "currency", "EUR");
        assertThat(somebody.post(CAMPAIGNS + "/coupons/new", fields).statusCode())
                .isEqualTo(200);
        return id;
    }

    /** One in doubt and one that failed, after those of other tests. */
    private List<String> openMessages() throws SQLException {
        List<String> pages = new ArrayList<>();
        for (String state : List.of("in_doubt", "failed")) {
            execute("""
                    insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version,
                        variation, not_after, next_at, queued_at, changed_at, state, reason)
                    values ('zz-%1$s', '%1$s', 'email', 'marketing_email', 1, '%1$s', 1, 'only', now() + interval '1 hour',
                        now(), now(), now(), '%2$s', 'no-answer')
                    """.formatted(anew(), state));
            pages.add(CAMPAIGNS + "/messages?after=zz-&state=" + state);
        }
        return pages;
    }

    private String experiment(String... steps) {
        String id = anew();
        Map<String, String> plan = new HashMap<>(EXPERIMENT);
        plan.putAll(Map.of("id", id, "decision.method", "sequential", "decision.minimumEffect", "5", "coverage", "50"));
        assertThat(somebody.post(EXPERIMENTS + "/plan", plan).statusCode()).isEqualTo(200);
        for (int i = 0; i < steps.length; i++) {
            Map<String, String> step = Map.of("step", steps[i], "revision", Integer.toString(i + 1));
            assertThat(somebody.post(EXPERIMENTS + "/one/" + id + "/steps", step)
                            .statusCode())
                    .isEqualTo(200);
        }
        return id;
    }

    /** One that runs and has figures. */
    private String running() throws SQLException {
        String id = anew();
        for (String sql : RunningExperiment.rows(id, 6)) {
            execute(sql);
        }
        for (String variation : List.of("old", "new")) {
            for (String sql : RunningExperiment.people(id, variation, 200, 40)) {
                execute(sql);
            }
        }
        takeLooks.all();
        return id;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
