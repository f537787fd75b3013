package dev.aisle.ingest.catalog.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.PackFiles;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainProductsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final PackFiles PACKS = new PackFiles(Optional.empty());
    private static final Domains SHOP_AND_SCHOOL = PACKS.domains(List.of("education"), Domains.SHOP);
    private static final Domains SCHOOL = PACKS.domains(List.of("education"), "education");

    @Test
    void attributesStandForTheFieldsOfAShopAndAreKept() throws JsonProcessingException {
        Product product = product(SHOP_AND_SCHOOL, """
                {"productId":"c1","title":"Portuguese","domain":"education",
                 "attributes":{"subject":"Languages | Portuguese","provider":"Open Desk","level":"beginner","hours":"20"}}""");

        assertThat(product.getDomain()).isEqualTo("education");
        assertThat(product.getCategoryPathList()).containsExactly("Languages");
        assertThat(product.getBrand()).isEqualTo("Open Desk");
        assertThat(product.getAttributesMap()).containsEntry("subject", "Languages | Portuguese");
    }

    @Test
    void whatTheDocumentSaysItselfComesBeforeAnAttribute() throws JsonProcessingException {
        Product product = product(SHOP_AND_SCHOOL, """
                {"productId":"c1","title":"Portuguese","domain":"education","category":"Evening > Languages",
                 "attributes":{"subject":"Portuguese"}}""");

        assertThat(product.getCategoryPathList()).containsExactly("Evening", "Languages");
    }

    @Test
    void whatIsWrongNamesTheFieldAndWhatWasExpected() throws JsonProcessingException {
        assertThat(fault(SHOP_AND_SCHOOL, "\"domain\":\"radio\""))
                .extracting(Fault::field, Fault::message)
                .containsExactly(
                        "domain",
                        "expected education, shop, or no domain for shop; packs are put in use by aisle.domains.packs");
        assertThat(fault(SHOP_AND_SCHOOL, "\"domain\":\"education\"").field()).isEqualTo("attributes.subject");
        assertThat(fault(
                                SHOP_AND_SCHOOL,
                                "\"domain\":\"education\",\"attributes\":{\"subject\":\"x\",\"level\":\"hard\"}")
                        .message())
                .isEqualTo("expected one of advanced, beginner, intermediate");
        assertThat(fault(
                                SHOP_AND_SCHOOL,
                                "\"domain\":\"education\",\"attributes\":{\"subject\":\"x\",\"enrol_until\":\"soon\"}")
                        .message())
                .isEqualTo("expected a date such as 2026-11-25");
    }

    @Test
    void theUsualDomainHoldsForWhoSaysNothingAndTheShopStaysAsItWas() throws JsonProcessingException {
        assertThat(fault(SCHOOL, "\"brand\":\"x\"").field()).isEqualTo("attributes.subject");
        assertThat(product(SHOP_AND_SCHOOL, "{\"productId\":\"p\",\"title\":\"Tea\"}")
                        .getDomain())
                .isEmpty();
        assertThat(product(Domains.SHOP_ONLY, "{\"productId\":\"p\",\"title\":\"Tea\",\"domain\":\"shop\"}")
                        .getDomain())
                .isEqualTo("shop");
    }

    private static Product product(Domains domains, String json) throws JsonProcessingException {
        return ((ChangeReading.Valid) read(domains, json)).changes().getFirst().getProduct();
    }

    private static Fault fault(Domains domains, String fields) throws JsonProcessingException {
        return ((ChangeReading.Invalid) read(domains, "{\"productId\":\"p\",\"title\":\"Tea\"," + fields + "}"))
                .fault();
    }

    private static ChangeReading read(Domains domains, String json) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(json);
        return ProductDocument.read(document, null, new Terms("shop", Currency.getInstance("USD"), NOW, NOW, domains));
    }
}
