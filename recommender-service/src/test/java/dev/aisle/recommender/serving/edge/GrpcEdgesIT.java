package dev.aisle.recommender.serving.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of gRPC that end before an endpoint sees them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class GrpcEdgesIT {
    private static final int MEBIBYTE = 1 << 20;
    private static final int HEADERS = 1;

    /** By raw frames: the message is announced and never comes, so the answer can't have waited for it. */
    @ParameterizedTest
    @ValueSource(strings = {"aisle.recommender.v1.Recommender/SimilarToImage", "aisle.recommender.v1.Recommender/None"})
    void aCallWithoutATokenEndsByItsHeadersInWordsThatPeopleCanRead(String call) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(preface());
            socket.getOutputStream().write(headers("/" + call));

            String head = new String(headersOf(new DataInputStream(socket.getInputStream())), StandardCharsets.UTF_8);

            assertThat(head).contains("authorization: Bearer %E2%80%A6").contains("grpc-status");
        }
    }

    @Test
    void whatIsNoMessageIsUnauthenticatedWithoutAToken() {
        try (Grpc grpc = new Grpc()) {
            var request = SimilarToImageRequest.newBuilder()
                    .setImage(ByteString.copyFrom(new byte[7 * MEBIBYTE]))
                    .build();

            assertThat(codeOf(() -> grpc.anonymous().similarToImage(request))).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void onlyPicturesMayBeLargerThanAMebibyte() {
        try (Grpc grpc = new Grpc()) {
            var service = grpc.with(TestTokens.withRoles(Role.STOREFRONT));
            var picture = SimilarToImageRequest.newBuilder()
                    .setImage(ByteString.copyFrom(new byte[7 * MEBIBYTE]))
                    .build();
            var list = RecommendRequest.newBuilder()
                    .setLocale("x".repeat(2 * MEBIBYTE))
                    .build();

            // It came as far as to be told that there is no encoder here.
            assertThat(codeOf(() -> service.similarToImage(picture))).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(codeOf(() -> service.recommend(list))).isEqualTo(Code.RESOURCE_EXHAUSTED);
        }
    }

    @Test
    void theHealthOfAServiceThatIsNotHereIsNotFound() {
        try (Grpc grpc = new Grpc()) {
            var health = HealthGrpc.newBlockingStub(grpc.channel());
            var none = HealthCheckRequest.newBuilder()
                    .setService("aisle.none.v1.None")
                    .build();

            assertThat(codeOf(() -> health.check(none))).isEqualTo(Code.NOT_FOUND);
        }
    }

    /** It goes in without a token, so it is judged by its bytes as they come. */
    @Test
    void aQuestionForHealthIsSmall() {
        try (Grpc grpc = new Grpc()) {
            var health = HealthGrpc.newBlockingStub(grpc.channel());
            var large = HealthCheckRequest.newBuilder()
                    .setService("x".repeat(7 * MEBIBYTE))
                    .build();

            assertThat(codeOf(() -> health.check(large))).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(codeOf(() -> health.withCompression("gzip").check(large)))
                    .isEqualTo(Code.UNIMPLEMENTED);
            assertThat(codeOf(() -> health.check(HealthCheckRequest.getDefaultInstance())))
                    .isEqualTo(Code.OK);
        }
    }

    private static Code codeOf(Runnable call) {
        StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
        return failure == null ? Code.OK : failure.getStatus().getCode();
    }

    private static byte[] preface() {
        return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** HEADERS with END_HEADERS of stream 1; literal fields without indexing (RFC 7541 section 6.2.2). */
    private static byte[] headers(String path) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        String[] fields = {
            ":method",
            "POST",
            ":scheme",
            "http",
            ":path",
            path,
            ":authority",
            "localhost",
            "content-type",
            "application/grpc",
            "te",
            "trailers"
        };
        for (int i = 0; i < fields.length; i += 2) {
            block.write(0);
            for (String text : new String[] {fields[i], fields[i + 1]}) {
                block.write(text.length());
                block.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(new byte[] {0, 0, (byte) block.size(), HEADERS, 4, 0, 0, 0, 1});
        block.writeTo(frame);
        return frame.toByteArray();
    }

    /** The block of the first HEADERS frame that comes. */
    private static byte[] headersOf(DataInputStream in) throws IOException {
        while (true) {
            int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == HEADERS) {
                return payload;
            }
        }
    }
}
