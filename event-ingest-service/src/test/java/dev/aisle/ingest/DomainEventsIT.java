package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pack media is in use beside the shop: application.properties puts it there for tests. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class DomainEventsIT {
    @Test
    void anEventByThePacksNameComesOutOfRefineAsTheShopsInItsDomain() {
        String viewer = Shop.customer();

        Shop.send("/v1/batch", """
                {"batch":[
                  {"type":"track","event":"video_completed","userId":"%s","properties":{"video_id":"film-1","genre":"Drama"}},
                  {"type":"track","event":"rated","userId":"%s","properties":{"video_id":"film-1","stars":4}},
                  {"type":"track","event":"Product Viewed","userId":"%s","properties":{"product_id":"tea-1"}}]}
                """.formatted(viewer, viewer, viewer))
                .statusCode(200)
                .body("accepted", equalTo(3));

        List<ShopEvent> events = Shop.refined(Shop.pseudonym(viewer), 3);
        assertThat(events)
                .extracting(ShopEvent::getType)
                .containsExactly(EventType.PURCHASE, EventType.REVIEW, EventType.PRODUCT_VIEW);
        assertThat(events).extracting(ShopEvent::getDomain).containsExactly("media", "media", "");
        assertThat(events.getFirst().getItems(0).getProductId()).isEqualTo("film-1");
        assertThat(events.getFirst().getItems(0).getCategory()).isEqualTo("Drama");
        assertThat(events.get(1).getReview().getRatingMax()).isEqualTo(5);
    }

    @Test
    void whatIsWrongNamesTheFieldAsTheClientWroteIt() {
        Shop.send("/v1/batch", """
                {"batch":[{"type":"track","event":"rated","userId":"%s","properties":{"video_id":"film-1","stars":"many"}}]}
                """.formatted(Shop.customer()))
                .statusCode(200)
                .body("rejected[0].field", equalTo("properties.stars"));
    }
}
