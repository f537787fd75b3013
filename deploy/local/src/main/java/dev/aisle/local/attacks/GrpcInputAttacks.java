package dev.aisle.local.attacks;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.profile.v1.GetProfileRequest;
import dev.aisle.contracts.profile.v1.GetProfilesRequest;
import dev.aisle.contracts.profile.v1.StreamSegmentRequest;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.RecommendBatchRequest;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.Reranking;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.local.stack.Part;
import io.grpc.Channel;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages of gRPC that are too large, cut off, out of range or meant for another call, with a token and without. */
final class GrpcInputAttacks {
    private static final String RECOMMENDER = "aisle.recommender.v1.Recommender/";
    private static final String PROFILES = "aisle.profile.v1.Profiles/";
    private static final int TOO_MANY = 501;
    private static final int TWO_MB = 2_000_000;
    private static final int NINE_MB = 9_000_000;
    /** Ends that tell the caller what to change. */
    private static final Set<Status.Code> REFUSED = Set.of(
            Status.Code.INVALID_ARGUMENT,
            Status.Code.NOT_FOUND,
            Status.Code.OUT_OF_RANGE,
            Status.Code.FAILED_PRECONDITION);

    private GrpcInputAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "grpc-hostile-messages",
                "A message of gRPC that is too large, cut off or out of range is refused with a reason, and without a token unread",
                GrpcInputAttacks::hostile));
    }

    private static Map<String, byte[]> recommender() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("Recommend a size of -1", bytes(RecommendRequest.newBuilder().setSize(-1)));
        all.put(
                "Recommend a size of two thousand million",
                bytes(RecommendRequest.newBuilder().setSize(Integer.MAX_VALUE)));
        all.put(
                "Recommend a cursor of nobody",
                bytes(RecommendRequest.newBuilder().setPageCursor("AAAA")));
        all.put(
                "Recommend a subject with a zero byte",
                bytes(RecommendRequest.newBuilder().setSubject("p1.k1.\0")));
        all.put(
                "Recommend a subject that is an address",
                bytes(RecommendRequest.newBuilder().setSubject("a@x.example")));
        all.put(
                "Recommend a locale of 2 MB",
                bytes(RecommendRequest.newBuilder().setLocale("x".repeat(TWO_MB))));
        all.put(
                "Recommend a diversity that is no number",
                bytes(RecommendRequest.newBuilder()
                        .setReranking(Reranking.newBuilder().setDiversity(Double.NaN))));
        all.put(
                "Recommend an exploration without an end",
                bytes(RecommendRequest.newBuilder()
                        .setReranking(Reranking.newBuilder().setExplorationShare(Double.POSITIVE_INFINITY))));
        all.put(
                "Recommend a price below nothing",
                bytes(RecommendRequest.newBuilder()
                        .setFilters(Filters.newBuilder()
                                .setMinPrice(
                                        Money.newBuilder().setMinorUnits(-1).setCurrency("EUR")))));
        all.put(
                "Recommend a method of diversity that there is not",
                bytes(RecommendRequest.newBuilder()
                        .setReranking(Reranking.newBuilder().setDiversityMethodValue(99))));
        all.put(
                "RecommendBatch 501 requests",
                bytes(RecommendBatchRequest.newBuilder()
                        .addAllRequests(Collections.nCopies(TOO_MANY, RecommendRequest.getDefaultInstance()))));
        all.put(
                "Search a query of a million letters",
                bytes(SearchRequest.newBuilder().setQuery("x".repeat(TWO_MB / 2 - 100))));
        all.put("Similar no product", bytes(SimilarRequest.newBuilder()));
        all.put("Explain nothing", bytes(ExplainRequest.newBuilder()));
        all.put(
                "SimilarToImage bytes that are no picture",
                bytes(SimilarToImageRequest.newBuilder()
                        .setImage(ByteString.copyFromUtf8("<svg onload=alert(1)>"))
                        .setMediaType("image/png")));
        all.put(
                "SimilarToImage 9 MB",
                bytes(SimilarToImageRequest.newBuilder().setImage(ByteString.copyFrom(new byte[NINE_MB]))));
        all.put("Recommend half a message", new byte[] {10, 100, 1});
        all.put("Recommend bytes that are no message", new byte[] {127, 127});
        all.put("Recommend a text that is no UTF-8", new byte[] {10, 2, (byte) 0xC3, (byte) 0x28});
        return all;
    }

    private static Map<String, byte[]> profiles() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("GetProfile nobody", bytes(GetProfileRequest.newBuilder().setPurpose(Purpose.PERSONALIZATION)));
        all.put(
                "GetProfile an address",
                bytes(GetProfileRequest.newBuilder().setPseudonym("a@x.example").setPurpose(Purpose.PERSONALIZATION)));
        all.put(
                "GetProfile a purpose that there is not",
                bytes(GetProfileRequest.newBuilder()
                        .setPseudonym("p1.k1." + "B".repeat(32))
                        .setPurposeValue(99)));
        all.put(
                "GetProfiles 501 people",
                bytes(GetProfilesRequest.newBuilder()
                        .addAllPseudonyms(Collections.nCopies(TOO_MANY, "p1.k1." + "B".repeat(32)))
                        .setPurpose(Purpose.PERSONALIZATION)));
        all.put(
                "StreamSegment a segment with a zero byte",
                bytes(StreamSegmentRequest.newBuilder().setSegmentId("a\0b").setPurpose(Purpose.PERSONALIZATION)));
        all.put(
                "StreamSegment no segment",
                bytes(StreamSegmentRequest.newBuilder().setPurpose(Purpose.PERSONALIZATION)));
        all.put("GetProfile 2 MB", bytes(GetProfileRequest.newBuilder().setPseudonym("x".repeat(TWO_MB))));
        all.put("GetProfile bytes that are no message", new byte[] {127, 127});
        return all;
    }

    private static byte[] bytes(Message.Builder message) {
        return message.build().toByteArray();
    }

    private static AttackResult hostile(Target target) {
        List<String> wrong = new ArrayList<>();
        Map<String, byte[]> lists = recommender();
        Map<String, byte[]> people = profiles();
        GrpcCalls.with(
                target, Part.RECOMMENDER, channel -> wrong.addAll(taken(target, channel, Part.RECOMMENDER, lists)));
        GrpcCalls.with(target, Part.PROFILE, channel -> wrong.addAll(taken(target, channel, Part.PROFILE, people)));
        return AttackResult.of(wrong, (lists.size() + people.size()) + " messages, each with a token and without");
    }

    private static List<String> taken(Target target, Channel anybody, Part part, Map<String, byte[]> messages) {
        String service = part == Part.PROFILE ? PROFILES : RECOMMENDER;
        Channel client = GrpcCalls.as(target, anybody, part, "campaign-service");
        List<String> wrong = new ArrayList<>();
        messages.forEach((what, message) -> {
            String method = service + what.substring(0, what.indexOf(' '));
            Status without = GrpcCalls.status(anybody, method, message);
            if (without.getCode() != Status.Code.UNAUTHENTICATED) {
                wrong.add(what + " without a token: " + without);
            }
            Status with = GrpcCalls.status(client, method, message);
            if (!isRefused(with)) {
                wrong.add(what + ": " + with);
            }
        });
        return wrong;
    }

    /** Whether a caller learns that the message is wrong, and why; that it is too large the code says. */
    static boolean isRefused(Status status) {
        String reason = status.getDescription();
        return status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                || (REFUSED.contains(status.getCode()) && reason != null && !reason.isBlank());
    }
}
