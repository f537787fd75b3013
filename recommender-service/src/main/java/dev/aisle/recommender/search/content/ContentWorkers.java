package dev.aisle.recommender.search.content;

import dev.aisle.platform.storage.StorageException;
import dev.aisle.recommender.search.content.ContentQueue.Batch;
import dev.aisle.text.TextModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The threads that read products' texts. What just changed is read at once; what was there leaves time for requests. */
@Singleton
class ContentWorkers {
    private static final Logger LOG = Logger.getLogger(ContentWorkers.class);
    private static final int AT_ONCE = 16;
    private static final int TOLD_EVERY = 5_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final ContentQueue queue;
    private final ReadTexts readTexts;
    private final ContentConfig config;
    private final List<Thread> threads = new ArrayList<>();

    ContentWorkers(
            KeepContent keepContent, ReadTexts readTexts, Spaces spaces, ContentConfig config, MeterRegistry meters) {
        this.queue = keepContent.queue();
        this.readTexts = readTexts;
        this.config = config;
        Gauge.builder("aisle.content.waiting", queue, ContentQueue::size)
                .description("Texts of products that wait to be read into points")
                .register(meters);
        for (TextModel model : TextModel.values()) {
            Tags tags = Tags.of("model", model.id());
            gauge("aisle.content.products", "Products that have a point", spaces.of(model)::size, tags, meters);
            gauge("aisle.content.cells", "Of them, those that lie in cells", spaces.of(model)::inCells, tags, meters);
            gauge("aisle.content.size.bytes", "Memory of the points", spaces.of(model)::bytes, tags, meters);
        }
    }

    private static void gauge(
            String name, String description, Supplier<Number> value, Tags tags, MeterRegistry meters) {
        Gauge.builder(name, value).description(description).tags(tags).register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (!config.embeddings()) {
            LOG.info("Texts of products aren't read (aisle.content.embeddings=false)");
            return;
        }
        for (int number = 0; number < config.threads(); number++) {
            threads.add(Thread.ofPlatform().name("content-", number).daemon().start(this::work));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    private void work() {
        try {
            while (true) {
                Batch batch = queue.take(AT_ONCE);
                long began = System.nanoTime();
                tryReading(batch);
                if (!batch.urgent()) {
                    rest(System.nanoTime() - began);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryReading(Batch batch) throws InterruptedException {
        try {
            readTexts.of(batch.productIds());
            tell();
        } catch (StorageException e) {
            LOG.warnf("Texts of products can't be read now, trying again: %s", e.getMessage());
            queue.later(batch.productIds());
            Thread.sleep(PAUSE_MILLIS);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "The texts of %d products can't be read and are passed over",
                    batch.productIds().size());
        }
    }

    private void tell() {
        int waiting = queue.size();
        if (waiting > 0 && waiting % TOLD_EVERY < AT_ONCE) {
            LOG.infof("The texts of %d products are still to be read", waiting);
        }
    }

    private void rest(long worked) throws InterruptedException {
        long millis = (long) (worked / 1e6 * (1 / config.backgroundShare() - 1));
        Thread.sleep(Math.clamp(millis, 0, PAUSE_MILLIS));
    }
}
