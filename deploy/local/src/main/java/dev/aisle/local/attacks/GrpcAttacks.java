package dev.aisle.local.attacks;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.local.stack.Part;
import io.grpc.Channel;
import io.grpc.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Attacks on gRPC: work without a token, deadlines, messages that nobody can read. */
final class GrpcAttacks {
    private static final int PICTURE_BYTES = 7_000_000;
    private static final int LONGEST_MILLIS = 50;
    private static final int DEADLINES = 2_000;

    private GrpcAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "grpc-work-without-token",
                        "A gRPC call without a token is refused before its message is read",
                        GrpcAttacks::workWithoutToken),
                new Attack(
                        "grpc-short-deadlines",
                        "A gRPC call whose deadline passes always ends as DEADLINE_EXCEEDED",
                        GrpcAttacks::shortDeadlines));
    }

    private static AttackResult workWithoutToken(Target target) {
        List<String> wrong = new ArrayList<>();
        GrpcCalls.with(target, Part.RECOMMENDER, channel -> {
            Status status = GrpcCalls.status(() -> RecommenderGrpc.newBlockingStub(channel)
                    .similarToImage(SimilarToImageRequest.newBuilder()
                            .setImage(ByteString.copyFrom(new byte[PICTURE_BYTES]))
                            .build()));
            if (status.getCode() != Status.Code.UNAUTHENTICATED) {
                wrong.add("a picture of 7 MB without a token ends as " + status.getCode());
            }
        });
        wrong.addAll(junkWithoutToken(target));
        return AttackResult.of(wrong, "7 MB and junk without a token");
    }

    /** The headers of an answer to bytes that are no message, without a token: by HTTP/2 itself, since a client of gRPC would decode the reason. */
    private static List<String> junkWithoutToken(Target target) {
        HttpRequest request = HttpRequest.newBuilder(
                        target.ports().http(Part.RECOMMENDER).resolve("/aisle.recommender.v1.Recommender/Recommend"))
                .header("Content-Type", "application/grpc")
                .POST(BodyPublishers.ofByteArray(new byte[] {0, 0, 0, 0, 2, 127, 127}))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var headers = http.send(request, BodyHandlers.discarding()).headers();
            String status = headers.firstValue("grpc-status").orElse("none");
            String message = headers.firstValue("grpc-message").orElse("");
            List<String> wrong = new ArrayList<>();
            if (!status.equals("16")) {
                wrong.add("bytes that are no message, without a token, end as " + status);
            }
            if (message.contains("%3A") || message.contains("%20")) {
                wrong.add("the reason is over-escaped: " + message);
            }
            return wrong;
        } catch (IOException e) {
            return List.of("bytes that are no message break the connection: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
    }

    private static AttackResult shortDeadlines(Target target) {
        List<String> wrong = new ArrayList<>();
        int[] late = new int[1];
        GrpcCalls.with(target, Part.RECOMMENDER, plain -> {
            Channel channel = GrpcCalls.as(target, plain, Part.RECOMMENDER, "storefront");
            for (int i = 0; i < DEADLINES; i++) {
                int millis = 1 + i % LONGEST_MILLIS;
                Status status = GrpcCalls.status(() -> RecommenderGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(millis, TimeUnit.MILLISECONDS)
                        .recommend(RecommendRequest.newBuilder().setSize(10).build()));
                if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    late[0]++;
                } else if (!status.isOk()) {
                    wrong.add(millis + " ms: " + status);
                }
            }
        });
        return AttackResult.of(
                wrong, DEADLINES + " calls of 1 to " + LONGEST_MILLIS + " ms, " + late[0] + " were late");
    }
}
