package dev.aisle.profile.models.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.Crowd;
import dev.aisle.profile.analysis.SmallPages;
import dev.aisle.profile.models.Model;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.ModelRepository;
import dev.aisle.profile.models.ModelsInUse;
import dev.aisle.profile.models.fitting.JobKind;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs over people who were folded from the real topics. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SmallPages.class)
class JobsIT {
    private static final int BUYERS = 90;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static boolean made;

    @Inject
    EventsOfPeople people;

    @Inject
    RunJobs runJobs;

    @Inject
    WorkOnJob workOnJob;

    @Inject
    JobRepository jobs;

    @Inject
    JobLock lock;

    @Inject
    ModelsInUse modelsInUse;

    @Inject
    ModelRepository models;

    @Inject
    ObjectMapper json;

    /** Buyers of half a year up to last week, most of whom come again. */
    @BeforeEach
    void aShop() {
        if (made) {
            return;
        }
        made = true;
        try (Crowd crowd = new Crowd()) {
            Random random = new Random(3);
            for (int i = 0; i < BUYERS; i++) {
                String person = crowd.person();
                double day = 30 + 150 * random.nextDouble();
                for (int n = 0; n <= i % 6 && day > 6; n++) {
                    crowd.buys(person, Instant.now().minusSeconds((long) (86_400 * day)), "tea", 500 + 10L * i);
                    day -= 5 + 20 * random.nextDouble();
                }
            }
            crowd.awaitFolded(people);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFETIME", "RFM", "COUPON", "REPLENISHMENT"})
    void aJobWhoseInstanceIsKilledGoesOnAtItsCheckpointAndEndsWithTheSameModels(JobKind kind) {
        Instant asOf = Instant.now();
        JobRun whole = begin(kind, asOf);
        WorkOnJob.Work uninterrupted = workOnJob.takeUp(whole);
        while (uninterrupted.step()) {}
        uninterrupted.end();
        List<String> expected = parameters(kind);

        JobRun killed = begin(kind, asOf);
        WorkOnJob.Work first = workOnJob.takeUp(killed);
        for (int page = 0; page < 4; page++) {
            assertThat(first.step()).isTrue();
        }
        // The process is gone here: nothing more of this work is done, and the lock with its connection is free.
        assertThat(jobs.checkpoint(killed.id())).isPresent();
        assertThat(jobs.find(killed.id()).orElseThrow().progress()).isPositive();
        runJobs.check();
        await().atMost(PATIENCE)
                .until(() -> jobs.find(killed.id()).orElseThrow().finishedAt() != null);

        JobRun resumed = jobs.find(killed.id()).orElseThrow();
        assertThat(resumed.resumed()).isEqualTo(1);
        assertThat(resumed.state().label()).as(resumed.failure()).isEqualTo("done");
        assertThat(parameters(kind)).isEqualTo(expected).isNotEmpty();
        assertThat(jobs.checkpoint(killed.id())).isEmpty();
    }

    private JobRun begin(JobKind kind, Instant asOf) {
        awaitIdle();
        return beginBeside(kind, asOf);
    }

    /** A check begins jobs of other kinds that never ran: they are in nobody's way when they have ended. */
    private void awaitIdle() {
        await().atMost(PATIENCE)
                .until(() -> Arrays.stream(JobKind.values())
                        .allMatch(kind -> jobs.running(kind).isEmpty()));
    }

    private JobRun beginBeside(JobKind kind, Instant asOf) {
        await().atMost(PATIENCE).until(() -> jobs.running(kind).isEmpty());
        UUID id = UUID.randomUUID();
        assertThat(jobs.begin(id, kind, asOf)).isTrue();
        return jobs.find(id).orElseThrow();
    }

    private List<String> parameters(JobKind kind) {
        List<ModelKind> made = kind == JobKind.LIFETIME
                ? List.of(ModelKind.LIFETIME, ModelKind.SPEND)
                : List.of(ModelKind.valueOf(kind.name()));
        return made.stream()
                .map(model -> models.latest(model, 1).getFirst())
                .map(model -> json.valueToTree(((Model) model).parameters()).toString())
                .toList();
    }

    @Test
    void aJobIsStartedFollowedAndItsModelIsInUse() {
        awaitIdle();
        String id = as(Role.OPERATOR)
                .contentType("application/json")
                .body("{\"kind\":\"rfm\"}")
                .post("/v1/jobs")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/jobs/"))
                .extract()
                .path("id");

        await().atMost(PATIENCE)
                .untilAsserted(() -> as(Role.ANALYST)
                        .get("/v1/jobs/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("done")));

        as(Role.ANALYST)
                .get("/v1/jobs/" + id)
                .then()
                .body("progress", equalTo(1.0f))
                .body("result.models[0].kind", equalTo("rfm"))
                .body("result.models[0].version", greaterThan(0))
                .body("result.models[0].people", greaterThanOrEqualTo(0));
        as(Role.OPERATOR).get("/v1/jobs?kind=rfm").then().statusCode(200).body("id", hasItem(id));
        as(Role.OPERATOR)
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("kind", hasItem("rfm"))
                .body("find { it.kind == 'rfm' }.parameters", nullValue());
        await().untilAsserted(() -> assertThat(modelsInUse.newest().rfm()).isPresent());
        as(Role.OPERATOR).delete("/v1/jobs/" + id).then().statusCode(409);
    }

    @Test
    void aForecastWithoutEnoughPeopleADayIsNotFittedAndSaysWhy() {
        JobRun run = begin(JobKind.FORECAST, Instant.now());

        runJobs.check();

        await().atMost(PATIENCE).until(() -> jobs.find(run.id()).orElseThrow().finishedAt() != null);
        as(Role.ANALYST)
                .get("/v1/jobs/" + run.id())
                .then()
                .body("state", equalTo("done"))
                .body("result.models.size()", equalTo(0))
                .body("result.notFitted[0].reason", containsString("stand out"));
        assertThat(modelsInUse.newest().forecast()).isEmpty();
    }

    @Test
    void whileSomebodyHoldsTheLockOfAKindNobodyElseDoesIt() {
        JobRun run = begin(JobKind.COUPON, Instant.now());
        try (JobLock.Held _ = lock.take(JobKind.COUPON).orElseThrow()) {
            assertThat(lock.take(JobKind.COUPON)).isEmpty();
            as(Role.OPERATOR)
                    .contentType("application/json")
                    .body("{\"kind\":\"coupon\"}")
                    .post("/v1/jobs")
                    .then()
                    .statusCode(409)
                    .header("Location", containsString(run.id().toString()));
            runJobs.check();
            // Another job goes through the same worker, and this one is still untouched.
            JobRun other = beginBeside(JobKind.RFM, Instant.now());
            runJobs.check();
            await().atMost(PATIENCE)
                    .until(() -> jobs.find(other.id()).orElseThrow().finishedAt() != null);
            assertThat(jobs.find(run.id()).orElseThrow().finishedAt()).isNull();
        }

        runJobs.check();

        await().atMost(PATIENCE).until(() -> jobs.find(run.id()).orElseThrow().finishedAt() != null);
    }

    @Test
    void aCancelledJobEndsAtItsNextLook() {
        JobRun run = begin(JobKind.REPLENISHMENT, Instant.now());

        as(Role.OPERATOR).delete("/v1/jobs/" + run.id()).then().statusCode(202);
        runJobs.check();

        await().untilAsserted(() ->
                as(Role.OPERATOR).get("/v1/jobs/" + run.id()).then().body("state", equalTo("cancelled")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\":\"lifetimes\"}", "null", "{\"kind\":null}"})
    void anUnknownKindIsA400ThatNamesTheKnownOnes(String body) {
        as(Role.OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/v1/jobs")
                .then()
                .statusCode(400)
                .body("detail", containsString("lifetime, rfm, coupon"));
        as(Role.OPERATOR).get("/v1/jobs?kind=x").then().statusCode(400);
        as(Role.OPERATOR).get("/v1/models/x").then().statusCode(404);
        as(Role.OPERATOR).get("/v1/jobs/x").then().statusCode(404);
        as(Role.OPERATOR).delete("/v1/jobs/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.STOREFRONT, Role.MARKETER, Role.PRIVACY_OFFICER, Role.AUDITOR})
    void jobsAreForOperatorsAndAnalysts(String role) {
        as(role).get("/v1/jobs").then().statusCode(403);
        as(role).contentType("application/json")
                .body("{}")
                .post("/v1/jobs")
                .then()
                .statusCode(403);
        as(role).get("/v1/models").then().statusCode(403);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role));
    }
}
