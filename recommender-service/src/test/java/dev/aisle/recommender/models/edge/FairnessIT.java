package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each training says how fair its lists are. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FairnessIT {
    private static final int OF_EACH = 450;
    /** The hold-out is the last tenth of everything, so some of those who bought first may not be asked; a third chooses the mix and isn't asked either. */
    private static final int ASKED = 215;

    private final List<String> everybody = new ArrayList<>();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    /** Other tests learn from the same database, and go back to models that learned from nobody who is gone. */
    @AfterEach
    void everybodyLeaves() {
        everybody.forEach(Written::erased);
        Written.awaitErased(everybody);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows() == 0);
        TrainedShop.trainedUntilItEnds("{\"force\":true,\"reason\":\"Most people of the test are erased again.\"}")
                .body("status", is("completed"));
    }

    @Test
    void aTrainingAndItsModelTellWhatTheListsExposeAndHowGroupsFare() throws SQLException {
        everybody.addAll(Written.willingPeople(2 * OF_EACH));
        buy("tea-0", "tea-1", "tea-2", "tea-4", "bike-0", "bike-3", "bike-4", "bike-5");
        await().atMost(Duration.ofMinutes(2)).until(() -> rows() == 8L * everybody.size());
        buy("tea-3");
        await().atMost(Duration.ofMinutes(2)).until(() -> rows() == 9L * everybody.size());

        theServiceHasNewAnswers();
        ValidatableResponse training = TrainedShop.trainedUntilItEnds("").body("status", is("completed"));

        String fairness = "result.fairness.";
        training.body(fairness + "people", greaterThanOrEqualTo(ASKED))
                .body(fairness + "exposure.brands.brand", hasItems("Brand"))
                .body(fairness + "exposure.priceLevels", notNullValue())
                .body(fairness + "exposure.tailShare", notNullValue())
                .body(fairness + "exposure.plusMinus", notNullValue())
                .body(fairness + "alarms", notNullValue());
        int people = training.extract().path(fairness + "people");
        assertThat(people % 5).isZero();
        String version = training.extract().path("modelVersion");
        Registry.get(version).body("fairness.people", is(people));
    }

    /** Trainings of other tests may have used up its day. */
    private void theServiceHasNewAnswers() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from guard_day where reader = ''");
        }
    }

    private void buy(String... products) {
        for (int n = 0; n < everybody.size(); n++) {
            Context.Builder context = n % 2 == 0
                    ? Context.newBuilder().setCountry("NO").setDeviceClass(DeviceClass.MOBILE)
                    : Context.newBuilder().setCountry("SE").setDeviceClass(DeviceClass.DESKTOP);
            Written.writes(Written.newEvent(everybody.get(n), EventType.PURCHASE, products)
                    .setContext(context));
        }
    }

    private long rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from interaction where country in ('NO', 'SE')")) {
            result.next();
            return result.getLong(1);
        }
    }
}
