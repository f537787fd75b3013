package dev.aisle.recommender.assistance.tools;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.contracts.catalog.v1.LocalizedText;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.assistance.conversations.edge.Talk;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers with products, from the running recommender, its catalogue and what customers wrote. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ProductAnswersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WISH = "Can you recommend me a tea or a bike?";

    @Test
    void whatIsRecommendedComesFromTheRecommenderWithItsReason() {
        TrainedShop.make();
        String person = Written.willingPerson();
        Written.viewed(person, "bike-3");
        TrainedShop.awaitHistory(person);

        Talk talk = Talk.of(person, "en");
        talk.says(WISH)
                .statusCode(201)
                .body("kind", is("products"), "text", is("These may fit:"))
                .body("products[0].id", startsWith("bike-"), "products[0].reason", containsString("Bike 3"))
                .body("products[0].price", is(12.99f), "products[0].currency", is("EUR"));
        Talk.of(null, "en")
                .says(WISH)
                .statusCode(201)
                .body("kind", is("products"), "products.reason", everyItem(not(containsString("Bike 3"))));

        Written.consent(person, 2, ConsentStatus.WITHDRAWN);
        await().atMost(PATIENCE)
                .until(() -> "NO_CONSENT"
                        .equals(TrainedShop.recommend(Map.of("subject", person))
                                .extract()
                                .path("reason")));
        Talk.of(person, "en")
                .says(WISH)
                .statusCode(201)
                .body("products.reason", everyItem(not(containsString("Bike 3"))));
    }

    @Test
    void twoProductsAreComparedLineByLineAndTheNextQuestionIsAboutThem() {
        Written.sold(kettle("cmp-1", "Ibex kettle", 2490, "1.2 l").putLocalized("zh-CN", title("羚羊水壶")));
        Written.sold(kettle("cmp-2", "Chamois kettle", 3990, "1.7 l")
                .putAttributes("power", "2200 W")
                .putLocalized("zh-CN", title("岩羚水壶")));
        Talk talk = Talk.of(null, "en");

        ValidatableResponse answer = awaitKind(
                talk, "What is the difference between the Ibex kettle and the Chamois kettle?", "comparison", "cmp-2");

        answer.body("products.id", is(List.of("cmp-1", "cmp-2")));
        assertThat(answer.extract().<String>path("text").lines())
                .containsExactly(
                        "Ibex kettle and Chamois kettle:",
                        "Price: 24.90 EUR / 39.90 EUR",
                        "Brand: Brand / Brand",
                        "capacity: 1.2 l / 1.7 l",
                        "power: not stated / 2200 W");
        Talk.of(null, "zh")
                .says("羚羊水壶和岩羚水壶有什么区别？")
                .statusCode(201)
                .body("kind", is("comparison"), "text", containsString("羚羊水壶 和 岩羚水壶"))
                .body("text", containsString("价格：24.90 EUR / 39.90 EUR"));
        Talk.of(null, "en")
                .says("Compare the two for me")
                .statusCode(201)
                .body("kind", is("comparison"), "text", containsString("name both"), "products.size()", is(0));
    }

    @Test
    void whatCustomersWroteIsSummedUpInTheirWordsAndOnlyOfEnough() {
        Written.sold(kettle("rev-1", "Marmot kettle", 1990, "1 l"));
        for (int n = 1; n <= 3; n++) {
            review("rev-1", "r" + n, "The quality is great.");
        }
        review("rev-1", "r4", "The quality is terrible, it broke.");
        Talk talk = Talk.of(null, "en");

        awaitKind(talk, "What do customers say about the Marmot kettle?", "reviews", "rev-1")
                .body("text", containsString("4 reviews of Marmot kettle were read."))
                .body("text", containsString("Of quality, 75 % speak well and 25 % badly."))
                .body("text", containsString("One says: “The quality is great.”"));
        talk.says("And what about its reviews?").statusCode(201).body("kind", is("reviews"));

        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .delete("/v1/products/rev-1/reviews/r1")
                .then()
                .statusCode(204);
        talk.says("What do customers say about the Marmot kettle?")
                .statusCode(201)
                .body("text", containsString("3 reviews"), "text", containsString("67 %"));
        Written.sold(kettle("rev-2", "Pika kettle", 1990, "1 l"));
        review("rev-2", "r1", "The quality is great.");
        Talk few = Talk.of(null, "en");
        awaitKind(few, "How much is the Pika kettle?", "products", "rev-2");
        few.says("What do customers say about the Pika kettle?")
                .statusCode(201)
                .body("kind", not(equalTo("reviews")), "text", not(containsString("great")));
    }

    /** Until the title is known. */
    private static ValidatableResponse awaitKind(Talk talk, String question, String kind, String product) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Talk.of(null, "en")
                        .says(question)
                        .statusCode(201)
                        .body("kind", is(kind), "products.id", hasItem(product)));
        return talk.says(question).statusCode(201).body("kind", is(kind));
    }

    private static Product.Builder kettle(String id, String title, long cents, String capacity) {
        return Written.product(id, title, "Kitchen", "Kettles")
                .setPrice(Money.newBuilder().setMinorUnits(cents).setCurrency("EUR"))
                .putAttributes("capacity", capacity);
    }

    private static LocalizedText title(String chinese) {
        return LocalizedText.newBuilder().setTitle(chinese).build();
    }

    private static void review(String product, String id, String text) {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("text", text, "locale", "en", "at", "2026-11-01T00:00:00Z"))
                .put("/v1/products/" + product + "/reviews/" + id)
                .then()
                .statusCode(204);
    }
}
