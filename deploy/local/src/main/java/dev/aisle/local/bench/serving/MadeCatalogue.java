package dev.aisle.local.bench.serving;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Products as the door's catalogue API writes them: 8 departments, 60 shelves, 120 brands, prices all apart. */
final class MadeCatalogue {
    private final PortPlan ports;
    private final Timestamp now =
            Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();

    MadeCatalogue(PortPlan ports) {
        this.ports = ports;
    }

    void send(int products) {
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(Part.KAFKA), "linger.ms", 20);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < products; number++) {
                var product = product(number);
                Future<RecordMetadata> _ = producer.send(
                        new ProducerRecord<>(Topic.CATALOG.topicName(), product.getProductId(), product.toByteArray()),
                        (_, failure) -> {
                            if (failure != null) {
                                throw new IllegalStateException("The broker refused a product", failure);
                            }
                        });
            }
            producer.flush();
        }
    }

    private Product product(int number) {
        return Product.newBuilder()
                .setProductId("sku-" + number)
                .setTitle("Product " + number + " of shelf " + number % 60)
                .addAllCategoryPath(List.of("Department " + number % 8, "Shelf " + number % 60))
                .setBrand("Brand " + number % 120)
                .setPrice(Money.newBuilder().setMinorUnits(199 + number).setCurrency("EUR"))
                .setAvailability(Availability.IN_STOCK)
                .setSourceTime(now)
                .build();
    }
}
