package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.restore.ReapplyErasures;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older backup brings an erased person back: the erasure is applied again with all that belongs to it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class RestoreIT {
    @Inject
    ReapplyErasures reapply;

    @Inject
    ErasedSubjects erased;

    @Inject
    AgroalDataSource database;

    private final Shopper person = Shopper.unknown();

    @BeforeEach
    void eraseThePerson() {
        person.asksForErasure();
        TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, person.pseudonym());
        eventually().until(() -> erased.contains(person.pseudonym()));
    }

    @Test
    void whoWasOnAnAdPlatformsListIsTakenOffByTheNextExport() throws SQLException {
        String campaign = "aud-" + UUID.randomUUID();
        UUID there = UUID.randomUUID();
        update(
                "insert into audience_member (campaign_id, pseudonym, external_id, export_id, exported_at)"
                        + " values (?, ?, ?, ?, now())",
                campaign,
                person.pseudonym(),
                there,
                UUID.randomUUID());

        reapply.reapply();

        assertThat(count("select count(*) from audience_member where pseudonym = ?", person.pseudonym()))
                .isZero();
        assertThat(count(
                        "select count(*) from audience_gone where campaign_id = ? and external_id = ?",
                        campaign,
                        there))
                .isOne();
    }

    @Test
    void whatThePersonHeldOfACouponsBudgetIsGivenBack() throws SQLException {
        String coupon = "c" + UUID.randomUUID();
        as(Role.MARKETER).body("""
                    {"id":"%s","codes":"SHARED","currency":"EUR","benefit":{"kind":"PERCENT","percent":10},
                     "limits":{"budget":200}}""".formatted(coupon)).post("/v1/coupons").then().statusCode(201);
        String code = as(Role.MARKETER)
                .body("{\"count\":1}")
                .post("/v1/coupons/" + coupon + "/codes")
                .then()
                .statusCode(201)
                .extract()
                .path("codes[0]");
        String use = "u" + UUID.randomUUID();
        as(Role.STOREFRONT)
                .body(basket(code))
                .put("/v1/coupon-uses/" + use)
                .then()
                .statusCode(200)
                .body("state", equalTo("reserved"));
        update("update coupon_use set pseudonym = ? where id = ?", person.pseudonym(), use);
        checks(code, false);

        reapply.reapply();

        assertThat(count("select count(*) from coupon_use where pseudonym = ?", person.pseudonym()))
                .isZero();
        checks(code, true);
    }

    private static void checks(String code, boolean applies) {
        as(Role.STOREFRONT)
                .body(basket(code))
                .post("/v1/coupon-checks")
                .then()
                .statusCode(200)
                .body("applies", equalTo(applies));
    }

    private static String basket(String code) {
        return """
                {"code":"%s","currency":"EUR","shipping":490,
                 "lines":[{"productId":"crisps","categories":["snacks"],"quantity":2,"price":1000}]}""".formatted(code);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private long count(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
