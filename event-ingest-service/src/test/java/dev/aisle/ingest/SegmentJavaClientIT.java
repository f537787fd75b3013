package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segment's own client for Java, unmodified. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class SegmentJavaClientIT {
    @TestHTTPResource
    URI server;

    @Test
    void whatTheClientTracksArrives() {
        String customer = Shop.customer();
        Analytics analytics =
                Analytics.builder(Shop.WRITE_KEY).endpoint(server.toString()).build();

        analytics.enqueue(TrackMessage.builder("Product Viewed")
                .userId(customer)
                .properties(Map.of("product_id", "tea-1", "price", 4.5)));
        analytics.flush();

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(event.getItems(0).getPrice().getMinorUnits()).isEqualTo(450);
        analytics.shutdown();
    }
}
