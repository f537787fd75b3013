package dev.aisle.federate;

import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.federate.coordinator.Agreement;
import dev.aisle.federate.coordinator.Coordinator;
import dev.aisle.federate.participant.Connection;
import dev.aisle.federate.participant.Participant;
import dev.aisle.federate.participant.People;
import dev.aisle.federate.participant.Terms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A coordinator and three shops in threads, over mutual TLS. */
final class Trial implements AutoCloseable {
    static final List<String> NAMES = List.of("north", "south", "west");
    static final int ITEMS = 30;
    static final Terms ANY = new Terms(0, 2, Double.POSITIVE_INFINITY);

    private static final int PEOPLE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Certificates certificates;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Coordinator coordinator;
    private final List<CompletableFuture<Participant.Learnt>> others = new ArrayList<>();

    /** @param step how long a partner is waited for */
    Trial(Path folder, JointSettings settings, Duration step) throws IOException {
        this.certificates = new Certificates(folder);
        certificates.create(List.of("coordinator", "north", "south", "west", "stranger"));
        TreeMap<String, Long> partners = new TreeMap<>();
        NAMES.forEach(name -> partners.put(name, (long) PEOPLE));
        this.coordinator = new Coordinator(
                new Agreement(partners, 2, 2, settings, step, step, 0.8),
                certificates.credentials("coordinator"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                line -> {});
    }

    static JointSettings settings(int rounds, double noise) {
        return new JointSettings(4, rounds, 5, 5, noise, 1, 12, 0.015, 3);
    }

    CompletableFuture<JointFactors> lead() {
        return CompletableFuture.supplyAsync(coordinator::train, threads);
    }

    CompletableFuture<Participant.Learnt> honest(String name, Terms terms) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Connection connection = connection(certificates, name)) {
                        return new Participant(
                                        certificates.credentials(name), connection, people(name), terms, line -> {})
                                .train();
                    }
                },
                threads);
    }

    CompletableFuture<Participant.Learnt> honest(String name) {
        return honest(name, ANY);
    }

    /** A shop of whose outcome nobody asks. */
    void others(String name) {
        others.add(honest(name));
    }

    Connection connection(Certificates of, String name) {
        return new Connection(of.credentials(name), URI.create("https://localhost:" + coordinator.port()), PATIENCE);
    }

    /** Every shop sells the same, under ids of its own and in another order. */
    static People people(String name) {
        int shop = NAMES.indexOf(name);
        Random random = new Random(shop);
        InteractionsBuilder taken = Interactions.collect(PEOPLE, ITEMS);
        for (int person = 0; person < PEOPLE; person++) {
            for (int n = 0; n < 6; n++) {
                taken.add(person, random.nextInt(ITEMS), 1);
            }
        }
        List<String> ids = new ArrayList<>();
        List<Product> products = new ArrayList<>();
        for (int n = 0; n < ITEMS; n++) {
            ids.add(name + n);
            products.add(new Product("", "product " + (n + 7 * shop) % ITEMS));
        }
        return new People(ids, products, taken.build());
    }

    /** Numbers as the shops have them when they come in the order of their names. */
    static Interactions taken(String name) {
        int shop = NAMES.indexOf(name);
        return people(name)
                .among(
                        IntStream.range(0, ITEMS)
                                .map(n -> (n + 7 * shop) % ITEMS)
                                .toArray(),
                        ITEMS);
    }

    @Override
    public void close() {
        coordinator.close();
        threads.shutdownNow();
        threads.close();
    }
}
