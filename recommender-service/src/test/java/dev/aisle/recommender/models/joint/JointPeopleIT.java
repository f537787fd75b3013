package dev.aisle.recommender.models.joint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a joint training gets of this shop. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class JointPeopleIT {
    private final String product = "joint-" + UUID.randomUUID();

    @Test
    void whoGrantsItIsThereUnderANumberAndEveryProductIsThere() {
        String willing = Written.person();
        Written.sold(Written.product(product, "Lamp, red", "Home").setGtin("96385074"));
        Written.grants(willing, 1, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING, Purpose.JOINT_TRAINING);
        Written.bought(willing, product);

        List<String> lines = awaitDeeds(1);

        assertThat(lines.getFirst()).startsWith("# aisle-joint-people 1 readAt=20");
        assertThat(lines.get(1)).isEqualTo("person,product,gtin,title,weight,purposes");
        assertThat(lines).contains("," + product + ",96385074,\"Lamp, red\",,");
        assertThat(deeds(lines)).allMatch(line -> line.matches("[0-9]+," + product + ",,,[0-9.]+,joint_training"));
        assertThat(lines).noneMatch(line -> line.contains("p1.k1."));
    }

    @Test
    void whoDoesNotGrantItAnyMoreOrOnlyModelsOfTheShopIsNot() {
        String willing = Written.person();
        String shopOnly = Written.person();
        Written.sold(Written.product(product, "Lamp", "Home"));
        Written.grants(willing, 1, Purpose.MODEL_TRAINING, Purpose.JOINT_TRAINING);
        Written.grants(shopOnly, 1, Purpose.MODEL_TRAINING);
        Written.bought(shopOnly, product);
        Written.bought(willing, product);
        awaitDeeds(1);

        Written.grants(willing, 2, Purpose.MODEL_TRAINING);

        assertThat(awaitDeeds(0)).anyMatch(line -> line.startsWith("," + product));
    }

    private List<String> awaitDeeds(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        JointPeopleIT::lines,
                        lines -> deeds(lines).size() == count
                                && lines.stream().anyMatch(line -> line.startsWith("," + product + ",")));
    }

    private List<String> deeds(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("," + product + ",") && !line.startsWith(","))
                .toList();
    }

    private static List<String> lines() {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/joint/people")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
