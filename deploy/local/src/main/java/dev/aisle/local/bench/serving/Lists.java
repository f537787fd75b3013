package dev.aisle.local.bench.serving;

import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderFutureStub;
import dev.aisle.local.bench.load.OpenLoop;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Asks over gRPC for lists with reasons, of people at random, as a storefront does: over few connections, many calls at once. */
final class Lists implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int AS_FAST = 24;
    private static final int MOST_OPEN = 2_000;
    private static final int SIZE = 10;

    private final ManagedChannel[] channels;
    private final RecommenderFutureStub[] stubs;
    private final int people;
    private final SplittableRandom random = new SplittableRandom(27);
    private int next;

    Lists(PortPlan ports, int people) {
        this.people = people;
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                new ApiClient(ports).authorization(Storefront.recommend(MadeEvents.pseudonym(0), SIZE)));
        channels = IntStream.range(0, CONNECTIONS)
                .mapToObj(_ -> NettyChannelBuilder.forAddress(
                                "127.0.0.1", ports.http(Part.RECOMMENDER).getPort())
                        .usePlaintext()
                        .directExecutor()
                        .build())
                .toArray(ManagedChannel[]::new);
        stubs = IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> RecommenderGrpc.newFutureStub(channels[number])
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers)))
                .toArray(RecommenderFutureStub[]::new);
    }

    /** As many as it gives, so that the service compiles what is hot before anything is timed. */
    void warm(Duration duration) {
        send(new OpenLoop(0, duration, AS_FAST));
    }

    /** As many a second as the service gives. */
    String most(Duration duration) {
        return send(new OpenLoop(0, duration, AS_FAST)).told("lists, as fast as they go, " + AS_FAST + " at once");
    }

    /** So many a second for some time, whether or not the service keeps up. */
    Outcome at(int rate, Duration duration) {
        return send(new OpenLoop(rate, duration, MOST_OPEN));
    }

    private Outcome send(OpenLoop loop) {
        return loop.send(() -> stubs[next++ % CONNECTIONS].recommend(RecommendRequest.newBuilder()
                .setSubject(MadeEvents.pseudonym(random.nextInt(people)))
                .setPlacement("home")
                .setSize(SIZE)
                .setExplain(true)
                .build()));
    }

    @Override
    public void close() {
        for (var channel : channels) {
            channel.shutdownNow();
        }
    }
}
