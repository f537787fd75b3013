package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestAudit;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What staff does with a campaign is told for the audit log, by whom and in the order in which it was done. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AuditTrailIT {
    private final CampaignApi campaign = new CampaignApi("audited-" + UUID.randomUUID());

    @Test
    void everyStepIsToldWithWhoTookItAndARefusedOneIsNot() {
        campaign.save("anna", campaign.definition("Hello"), null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("anna", "approve").statusCode(403);
        campaign.step("bert", "approve").statusCode(200);
        campaign.step("bert", "pause").statusCode(200);

        assertThat(told(4)).containsExactly("anna save 1", "anna submit 1", "bert approve 1", "bert pause 1");
    }

    @Test
    void everyOtherChangeIsToldByItselfAndWhatChangedNothingIsNot() {
        String actor = "carla-" + UUID.randomUUID();
        String key = "flag-" + UUID.randomUUID();
        String first = flag(actor, key, null).statusCode(201).extract().header("ETag");
        flag(actor, key, first.replace("1", "999")).statusCode(412);
        String second = flag(actor, key, first).statusCode(200).extract().header("ETag");
        as(actor).body("{\"name\":\"audited\"}").post("/v1/client-keys").then().statusCode(201);
        campaign.save(actor, campaign.definition("Hello"), null).statusCode(201);
        as(actor).body("{}").post("/v1/campaigns/" + campaign.id() + "/preview");
        as(actor).header("If-Match", second).delete("/v1/flags/" + key).then().statusCode(204);

        assertThat(TestAudit.of(actor, 5, "call", "key").stream().map(told -> told.replaceAll("sdk-[0-9a-f]+", "sdk")))
                .containsExactly(
                        "flag.changed PUT /v1/flags/:key " + key,
                        "flag.changed PUT /v1/flags/:key " + key,
                        "key.changed POST /v1/client-keys sdk",
                        "campaign.changed  ",
                        "flag.changed DELETE /v1/flags/:key " + key);
    }

    @Test
    void aMachineIsNoStaff() {
        String actor = "gateway-" + UUID.randomUUID();
        String end = "end-" + UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.of(actor, Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body("{\"anonymousId\":\"nobody\"}")
                .post("/v1/placements/home/decisions");
        flag(end, "flag-" + end, null).statusCode(201);

        // Records of a service stand in one partition, in their order.
        assertThat(TestAudit.of(record -> Set.of(actor, end).contains(record.getActor()), 1))
                .extracting(AuditRecord::getActor)
                .containsOnly(end);
    }

    @Test
    void whoAsksWhyAPersonGetsNoCampaignIsToldWithoutNamingThePersonOnTheWay() {
        String actor = "carla-" + UUID.randomUUID();
        String person = "p1.test." + "B".repeat(32);
        campaign.save(actor, campaign.definition("Hello"), null).statusCode(201);

        as(actor)
                .body("{\"subject\":\"" + person + "\"}")
                .post("/v1/campaigns/" + campaign.id() + "/why")
                .then()
                .statusCode(200);

        assertThat(TestAudit.of(actor, 2, "call"))
                .containsExactly("campaign.changed ", "profile.read POST /v1/campaigns/:id/why");
        assertThat(TestAudit.of(actor, 2).getLast().hasSubject()).isTrue();
        assertThat(TestAudit.of(actor, 2).toString()).doesNotContain(person);
    }

    private static ValidatableResponse flag(String actor, String key, @Nullable String tag) {
        RequestSpecification request = as(actor)
                .body("{\"description\":\"" + (tag == null ? "one" : "another") + "\",\"on\":true,\"default\":false}");
        return (tag == null ? request : request.header("If-Match", tag))
                .put("/v1/flags/" + key)
                .then();
    }

    private static RequestSpecification as(String actor) {
        return given().auth().oauth2(TestTokens.of(actor, Role.MARKETER)).contentType(ContentType.JSON);
    }

    private List<String> told(int count) {
        return TestAudit.of(this::isOfThis, count).stream()
                .map(record -> record.getActor() + " " + TestAudit.fact(record, "step") + " "
                        + TestAudit.fact(record, "version"))
                .toList();
    }

    private boolean isOfThis(AuditRecord record) {
        return record.getEvent().equals("campaign.changed")
                && TestAudit.fact(record, "campaign").equals(campaign.id());
    }
}
