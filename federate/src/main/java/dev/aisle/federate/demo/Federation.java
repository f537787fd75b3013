package dev.aisle.federate.demo;

import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.federate.Certificates;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.coordinator.Agreement;
import dev.aisle.federate.coordinator.Coordinator;
import dev.aisle.federate.participant.Connection;
import dev.aisle.federate.participant.Participant;
import dev.aisle.federate.participant.Participant.Learnt;
import dev.aisle.federate.participant.People;
import dev.aisle.federate.participant.Terms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A coordinator and three shops on this machine, over mutual TLS.
 *
 * @param shops the data
 * @param certificates of everybody
 * @param progress is told a line at a time
 */
record Federation(Shops shops, Certificates certificates, Consumer<String> progress) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int THRESHOLD = 2;

    /** The jointly learnt recommender of each shop, over the numbers of the data set. */
    List<AlsModel> train(JointSettings settings) {
        TreeMap<String, Long> partners = new TreeMap<>();
        List<People> people = new ArrayList<>();
        for (int shop = 0; shop < Shops.NAMES.size(); shop++) {
            people.add(shops.shop(shop));
            partners.put(Shops.NAMES.get(shop), (long) people.get(shop).taken().userCount());
        }
        Agreement agreement = new Agreement(partners, THRESHOLD, THRESHOLD, settings, PATIENCE, PATIENCE, 0.8);
        try (Coordinator coordinator = new Coordinator(
                        agreement,
                        certificates.credentials("coordinator"),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        progress);
                ExecutorService threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            URI address = URI.create("https://localhost:" + coordinator.port());
            List<Future<Learnt>> learning = new ArrayList<>();
            for (int shop = 0; shop < people.size(); shop++) {
                String name = Shops.NAMES.get(shop);
                People own = people.get(shop);
                learning.add(threads.submit(() -> participate(name, own, address)));
            }
            coordinator.train();
            return models(people, results(learning));
        } catch (IOException e) {
            throw new IllegalStateException("the coordinator can't open a port: " + e.getMessage(), e);
        }
    }

    private Learnt participate(String name, People people, URI address) {
        try (Connection connection = new Connection(certificates.credentials(name), address, PATIENCE)) {
            Terms terms = new Terms(0, THRESHOLD, Double.POSITIVE_INFINITY);
            return new Participant(certificates.credentials(name), connection, people, terms, line -> {}).train();
        } catch (RefusedException e) {
            // The coordinator only sees that somebody left.
            progress.accept(name + " leaves: " + e.getMessage());
            throw e;
        }
    }

    private static List<Learnt> results(List<Future<Learnt>> learning) {
        List<Learnt> results = new ArrayList<>();
        for (Future<Learnt> one : learning) {
            try {
                results.add(one.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a shop was learning", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a shop gave up: " + e.getCause(), e.getCause());
            }
        }
        return results;
    }

    private List<AlsModel> models(List<People> people, List<Learnt> learnt) {
        List<AlsModel> models = new ArrayList<>();
        for (int shop = 0; shop < people.size(); shop++) {
            AlsModel joint = learnt.get(shop).factors().model();
            float[] factors = new float[shops.items() * joint.rank()];
            // What a shop doesn't sell has the factor that the others know it by.
            for (int turn = people.size() - 1; turn >= 0; turn--) {
                int of = (shop + turn) % people.size();
                copy(people.get(of), learnt.get(of), joint, factors);
            }
            models.add(new AlsModel(joint.rank(), factors, joint.ridge()));
        }
        return models;
    }

    private static void copy(People people, Learnt learnt, AlsModel joint, float[] into) {
        int rank = joint.rank();
        for (int n = 0; n < people.ids().size(); n++) {
            System.arraycopy(
                    joint.itemFactors(),
                    learnt.numbers()[n] * rank,
                    into,
                    Shops.item(people.ids().get(n)) * rank,
                    rank);
        }
    }
}
