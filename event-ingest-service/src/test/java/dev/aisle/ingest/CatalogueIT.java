package dev.aisle.ingest;

import static dev.aisle.ingest.Catalogue.JSON;
import static dev.aisle.ingest.Catalogue.bulk;
import static dev.aisle.ingest.Catalogue.operator;
import static dev.aisle.ingest.Catalogue.put;
import static dev.aisle.ingest.Catalogue.send;
import static dev.aisle.ingest.Catalogue.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class CatalogueIT {
    @Test
    void aProductIsInTheTopicWhenTheAnswerIsThere() throws InvalidProtocolBufferException {
        String id = Shop.newId("product");

        put(id, """
                {"title":"Green tea","description":"Loose","category":"Grocery > Drinks > Tea","brand":"Leaf",
                 "price":12.99,"currency":"USD","url":"https://shop.example/tea","attributes":{"organic":"yes"},
                 "inStock":true}""").statusCode(200).body("productId", equalTo(id));

        Product product = Product.parseFrom(
                TestRecords.awaitKey(Topic.CATALOG, 1, id).getFirst().value());
        assertThat(product.getTitle()).isEqualTo("Green tea");
        assertThat(product.getCategoryPathList()).containsExactly("Grocery", "Drinks", "Tea");
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(1299);
        assertThat(product.getAvailability()).isEqualTo(Availability.IN_STOCK);
        assertThat(product.getAttributesMap()).containsEntry("organic", "yes");
        assertThat(product.getTenant()).isEqualTo("shop");
    }

    @Test
    void aRemovedProductLeavesATombstone() {
        String id = Shop.newId("product");

        operator().delete("/v1/products/" + id).then().statusCode(204);

        assertThat(TestRecords.awaitKey(Topic.CATALOG, 1, id).getFirst().value())
                .isNull();
    }

    @Test
    void badLinesAreNamedAndTheOthersGoIn() {
        String first = Shop.newId("product");
        String last = Shop.newId("product");
        String lines = """
                {"productId":"%s","title":"Tea"}

                {"productId":
                {"title":"No id"}
                {"productId":"x","title":"Bad price","price":-1}
                {"productId":"x","title":"Null \\u0000"}
                [1,2]
                {"productId":"%s","title":"Coffee"}""".formatted(first, last);

        bulk(lines)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(5))
                .body("stored", equalTo(true))
                .body("errors.line", equalTo(java.util.List.of(3, 4, 5, 6, 7)))
                .body("errors[1].field", equalTo("productId"))
                .body("errors[2].field", equalTo("price"))
                .body("errors[3].field", equalTo("title"))
                .body("totals.malformed", equalTo(2))
                .body("totals.'no-price'", equalTo(2));
        TestRecords.awaitKey(Topic.CATALOG, 1, first);
        TestRecords.awaitKey(Topic.CATALOG, 1, last);
    }

    @Test
    void aMerchantFeedComesInAndAPriceOfAnOlderFeedDoesNot() throws InvalidProtocolBufferException {
        String id = Shop.newId("product");
        String feed = """
                <rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>%s</g:id><g:title>Tea</g:title>
                <g:price>12.50 EUR</g:price><g:availability>in_stock</g:availability></item></channel></rss>""".formatted(id);

        send(
                        "PATCH",
                        "/v1/products/" + id + "?sourceTime=2026-01-02T12:00:00Z",
                        JSON,
                        utf8("{\"price\":9,\"currency\":\"EUR\",\"stock\":3}"))
                .statusCode(200)
                .body("productId", equalTo(id));
        send("POST", "/v1/products?sourceTime=2026-01-02T11:59:00Z", "application/xml", utf8(feed))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("warnings[0].code", equalTo("no-image"))
                .body("warnings[0].productId", equalTo(id));

        Product product = catalogued(id);
        assertThat(product.getTitle()).isEqualTo("Tea");
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(900);
        assertThat(product.getStock()).isEqualTo(3);
    }

    @Test
    void aTableOfPricesChangesPricesOnly() throws InvalidProtocolBufferException {
        String id = Shop.newId("product");
        put(id, "{\"title\":\"Tea\",\"price\":5,\"sourceTime\":\"2026-01-02T12:00:00Z\"}")
                .statusCode(200);

        send(
                        "POST",
                        "/v1/products/changes",
                        "text/csv",
                        utf8("id,price,currency\n" + id + ",4.50,EUR\n,3,EUR\n" + id + ",dear,EUR\n"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("errors.line", equalTo(java.util.List.of(3, 4)))
                .body("errors.field", equalTo(java.util.List.of("productId", "price")));

        byte[] last = TestRecords.awaitKey(Topic.CATALOG, 2, id).getLast().value();
        assertThat(Product.parseFrom(last).getPrice().getMinorUnits()).isEqualTo(450);
        assertThat(Product.parseFrom(last).getTitle()).isEqualTo("Tea");
    }

    @Test
    void validateTellsAndStoresNothing() {
        String id = Shop.newId("product");

        send("POST", "/v1/products?validate=true", "text/tab-separated-values", utf8("id\ttitle\n" + id + "\tTea\n"))
                .statusCode(200)
                .body("stored", equalTo(false))
                .body("accepted", equalTo(1))
                .body("totals.'no-image'", equalTo(1));
        send("PUT", "/v1/products/" + id + "?validate=true", JSON, utf8("{\"title\":\"Tea\"}"))
                .statusCode(200)
                .body("stored", equalTo(false));
        String marker = Shop.newId("product");
        put(marker, "{\"title\":\"Marker\"}").statusCode(200);

        TestRecords.awaitKey(Topic.CATALOG_RAW, 1, marker);
        assertThat(TestRecords.await(Topic.CATALOG_RAW, 0, record -> id.equals(record.key())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | application/json | /v1/products/bad-delta                          | {}                              | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"price":-1}                    | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"listPrice":5}                 | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"stock":1.5}                   | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"stock":"\u0000"}             | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"price":1,"title":"t"}         | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"availability":"maybe"}        | 400
            PATCH | application/json | /v1/products/bad-delta                          | {"price":1,"sourceTime":"2099-01-01T00:00:00Z"} | 400
            PATCH | application/json | /v1/products/bad-delta?sourceTime=yesterday     | {"price":1}                     | 400
            PATCH | application/json | /v1/products/bad-delta?sourceTime=2099-01-01T00:00:00Z | {"price":1}              | 400
            PATCH | application/json | /v1/products/bad-delta                          | [                               | 400
            PUT   | application/json | /v1/products/bad-delta                          | {"title":"t","localized":{"not a tag":{"title":"x"}}} | 400
            PUT   | application/json | /v1/products/bad-delta                          | {"title":"t","localized":[]}    | 400
            PUT   | application/json | /v1/products/bad-delta                          | {"title":"t","firstAvailableAt":"soon"} | 400
            POST  | text/csv         | /v1/products                                    | no header of ours               | 400
            POST  | text/csv         | /v1/products?columns=what                       | id                              | 400
            POST  | application/json | /v1/products                                    | {}                              | 415
            POST  | application/xml  | /v1/products/changes                            | <rss/>                          | 415
            POST  | application/xml  | /v1/products                                    | <rss/>                          | 200
            PUT   | application/json | /v1/products/bad-delta                          | {"title":"t","prise":12.9}      | 400
            POST  | application/xml  | /v1/products                                    | not xml                         | 200
            """)
    void whatIsBadIsRefusedWithAStatus(String method, String type, String path, String body, int status) {
        send(method, path, type, utf8(body)).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                | body
            []                                               | body
            {"title":"a"} {"title":"b"}                      | body
            {}                                               | title
            {"title":7.5,"price":"expensive"}                | price
            {"title":"a","price":1e999999999}                | price
            {"title":"a","currency":"EURO"}                  | currency
            {"title":"a","url":"javascript:alert(1)"}        | url
            {"title":"a","inStock":"yes"}                    | inStock
            {"title":"a","attributes":["x"]}                 | attributes
            {"title":"a","description":"\\u0000"}            | description
            {"title":"a","price":10.005,"currency":"EUR"}    | price: expected at most 2 decimals in EUR, such as 10.00
            {"title":"a","price":10.5,"currency":"JPY"}      | price: expected at most 0 decimals in JPY, such as 10
            {"title":"Mug","prise":12.9}                     | did you mean price?
            {"title":"a","localized":{"de":{"titel":"b"}}}   | localized.de.titel
            {"title":"a","4917 6123 4567":1}                 | ?: there is no such field
            """)
    void aBadProductIsRefusedWithTheNameOfTheField(String body, String field) {
        put("bad-product", body).statusCode(400).body("detail", containsString(field));
    }

    private static Product catalogued(String id) throws InvalidProtocolBufferException {
        return Product.parseFrom(
                TestRecords.awaitKey(Topic.CATALOG, 1, id).getFirst().value());
    }
}
