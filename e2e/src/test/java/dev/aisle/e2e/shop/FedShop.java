package dev.aisle.e2e.shop;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.EventCounter;
import dev.aisle.local.client.Trainings;
import dev.aisle.local.demo.ShopWindowAct;
import dev.aisle.local.demo.SimulatedData;
import dev.aisle.local.importer.Consents;
import dev.aisle.local.importer.Feed;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The whole stack with the products of the demo shop, a few days of few people, and a model learned from them. */
final class FedShop implements AutoCloseable {
    private static final int PEOPLE = 60;
    private static final int DAYS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;

    private FedShop(Stack stack) {
        this.stack = stack;
    }

    static FedShop started() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Progress progress = new Progress(System.out);
        Stack stack = new Stack(new Layout(project, Path.of("target/shop"), new PortPlan(28780)), progress);
        stack.down();
        stack.wipe();
        Set<Part> parts = EnumSet.allOf(Part.class);
        parts.remove(Part.MAIL);
        stack.up(parts);
        feed(stack, progress);
        return new FedShop(stack);
    }

    private static void feed(Stack stack, Progress progress) {
        ApiClient api = new ApiClient(stack.layout().ports());
        ShopSettings demo = ShopSettings.demo(LocalDate.now(ZoneOffset.UTC));
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
        var data = SimulatedData.of(
                new Shop(new ShopSettings(demo.seed(), demo.products(), PEOPLE, first, DAYS, demo.couponRate())));
        // Before the events are refined, nobody is behind them.
        try (var counter = new EventCounter(stack.layout().ports())) {
            var report = new Feed(api, progress, stack.layout().imports().resolve("shop.json"))
                    .send(data, Optional.of(Consents.parse("analytics,model_training,personalization", "DE")));
            counter.await(report.acceptedEvents(), PATIENCE);
        }
        try (var backlog = new Backlog(stack.layout().ports())) {
            backlog.awaitCaughtUp(Part.RECOMMENDER, PATIENCE);
        }
        new Trainings(api, PATIENCE).train();
        ShopWindowAct.prepare(api, progress, data);
    }

    String address() {
        return stack.layout().ports().http(Part.SHOP).toString();
    }

    @Override
    public void close() {
        stack.down();
    }
}
