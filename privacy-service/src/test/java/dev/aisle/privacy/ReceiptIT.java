package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ISO/IEC TS 27560:2023 in the profile of DPV ("Consent records and receipts", w3id.org/dpv/guides/consent-27560). */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ReceiptIT {
    @Inject
    ObjectMapper json;

    private JsonNode receipt(String pseudonym) throws IOException {
        return json.readTree(storefront()
                .accept("application/ld+json")
                .get("/v1/consents/" + pseudonym + "/receipt")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString());
    }

    @Test
    @DisplayName("Receipt: schema version, record id of the receipt, associated consent record, creation time")
    void theReceiptHasAllThatAReceiptMustHave() throws IOException {
        JsonNode receipt = receipt(grant(newCustomer()));

        assertThat(receipt.get("@type").asText()).isEqualTo("dpv:ConsentReceipt");
        assertThat(receipt.get("dct:conformsTo").asText()).isEqualTo("https://w3id.org/dpv/schema/dpv-27560#receipt");
        assertThat(UUID.fromString(receipt.get("dct:identifier").asText()).version())
                .isEqualTo(4);
        assertThat(receipt.get("dpv:hasRecordOfActivity").isObject()).isTrue();
        assertThat(receipt.get("dct:created").asText()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
    }

    @Test
    @DisplayName("Record: header, PII processing, party and event sections")
    void theRecordHasAllThatARecordMustHave() throws IOException {
        String pseudonym = grant(newCustomer());
        JsonNode record = receipt(pseudonym).get("dpv:hasRecordOfActivity");

        assertThat(record.get("dct:conformsTo").asText()).isEqualTo("https://w3id.org/dpv/schema/dpv-27560#record");
        assertThat(UUID.fromString(record.get("dct:identifier").asText()).version())
                .isEqualTo(4);
        assertThat(record.get("dpv:hasDataSubject").asText()).isEqualTo(pseudonym);
        assertThat(record.at("/dpv:hasNotice/dct:identifier").asText()).isEqualTo("1");
        for (String field : List.of("dct:language", "dpv:hasRecipient", "dpv:hasJurisdiction", "dpv:hasRight")) {
            assertThat(record.path(field).isMissingNode()).as(field).isFalse();
        }
        for (String field : List.of("@type", "dpv:hasName", "dpv:hasIdentifier", "dpv:hasContact")) {
            assertThat(record.get("dpv:hasDataController").path(field).asText())
                    .as(field)
                    .isNotBlank();
        }
        JsonNode process = record.get("dpv:hasProcess").get(0);
        assertThat(process.get("dpv:hasPurpose").asText()).isEqualTo("dpv:ProvideProductRecommendations");
        assertThat(process.get("dpv:hasPersonalData").isEmpty()).isFalse();
        assertThat(process.get("dpv:hasLegalBasis").asText()).isEqualTo("dpv:ExpressedConsent");
        assertThat(process.at("/dpv:hasConsentControl/dct:source").asText())
                .isEqualTo("/v1/consents/" + pseudonym + "/personalization");
        JsonNode status = process.get("dpv:hasStatus").get(0);
        assertThat(status.get("@type").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(status.get("dpv:isIndicatedBy").asText()).isEqualTo(pseudonym);
        for (String field : List.of("dct:date", "dpv:hasDuration", "dpv:hasIndicationMethod")) {
            assertThat(status.path(field).asText()).as(field).isNotBlank();
        }
    }

    @Test
    void theRecordKeepsItsIdAndTheReceiptFollowsTheVersion() throws IOException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        JsonNode first = receipt(pseudonym);

        say(customer, "personalization", "deny");
        JsonNode second = receipt(pseudonym);

        assertThat(second.at("/dpv:hasRecordOfActivity/dct:identifier"))
                .isEqualTo(first.at("/dpv:hasRecordOfActivity/dct:identifier"));
        assertThat(second.get("dct:identifier")).isNotEqualTo(first.get("dct:identifier"));
        assertThat(receipt(pseudonym).get("dct:identifier")).isEqualTo(second.get("dct:identifier"));
        assertThat(second.toString()).contains("dpv:ConsentRefused");
    }

    @Test
    void ofWhomThereIsNothingThereIsNoReceipt() {
        storefront()
                .get("/v1/consents/p1.test.CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC/receipt")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
