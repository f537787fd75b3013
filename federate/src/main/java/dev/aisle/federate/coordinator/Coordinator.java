package dev.aisle.federate.coordinator;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.contracts.federation.v1.JoinRequest;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.SharesRequest;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.contracts.federation.v1.UpdateRequest;
import dev.aisle.federate.Credentials;
import dev.aisle.federate.Numbers;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.TrainingAbortedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;

/** The coordinator's HTTPS endpoints. Who speaks is who the client's certificate says; messages are bounded, and a refusal says why. */
public final class Coordinator implements AutoCloseable {
    /** Bytes of a body that is too long. */
    private static final long PASSED_OVER = 64L * 1024 * 1024;

    private static final int SMALL = 1 << 20;
    private static final int CATALOGUE = 64 << 20;
    private static final int REFUSED = 400;
    private static final int STRANGER = 403;
    private static final int ABORTED = 409;
    private static final int TOO_LARGE = 413;

    private final Training training;
    private final Agreement agreement;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Opens the door.
     *
     * @param address port 0 for any
     * @param progress is told a line at a time
     */
    public Coordinator(
            Agreement agreement, Credentials credentials, InetSocketAddress address, Consumer<String> progress)
            throws IOException {
        this.agreement = agreement;
        this.training = new Training(agreement, progress);
        this.server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(credentials.tls()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = credentials.tls().getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.setExecutor(threads);
        routes();
        server.start();
    }

    private void routes() {
        on("/v1/join", CATALOGUE, JoinRequest.parser(), (partner, request) -> {
            checkPeople(partner.name(), request);
            training.joining().take(partner.name(), new Training.Joining(request, partner.certificate()));
            return training.joining().answerTo(partner.name());
        });
        on("/v1/keys", SMALL, RoundKeys.parser(), (partner, request) -> {
            RoundSteps steps = training.steps();
            steps.place().require(request.getSession(), request.getRound());
            steps.keys().take(partner.name(), request);
            return steps.keys().answerTo(partner.name());
        });
        on("/v1/shares", SMALL, SharesRequest.parser(), (partner, request) -> {
            RoundSteps steps = training.steps();
            steps.place().require(request.getSession(), request.getRound());
            steps.shares().take(partner.name(), request);
            return steps.shares().answerTo(partner.name());
        });
        on("/v1/update", Integer.MAX_VALUE - 8, UpdateRequest.parser(), (partner, request) -> {
            RoundSteps steps = training.steps();
            steps.place().require(request.getSession(), request.getRound());
            int length = training.length(steps.place().round());
            steps.update().take(partner.name(), Numbers.longs(request.getNumbers(), length));
            return steps.update().answerTo(partner.name());
        });
        on("/v1/unmask", SMALL, UnmaskRequest.parser(), (partner, request) -> {
            RoundSteps steps = training.steps();
            steps.place().require(request.getSession(), request.getRound());
            steps.unmask().take(partner.name(), request);
            return steps.unmask().answerTo(partner.name());
        });
    }

    private void checkPeople(String partner, JoinRequest request) {
        long most = training.mostPeople(partner);
        if (request.getPeople() < 1 || request.getPeople() > most) {
            throw new RefusedException(
                    "people: " + partner + " says " + request.getPeople() + ", but the agreement says 1 to " + most);
        }
    }

    /** Who speaks. */
    private record Partner(String name, X509Certificate certificate) {}

    private <M extends MessageLite> void on(
            String path, int most, Parser<M> parser, BiFunction<Partner, M, ? extends MessageLite> handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                try {
                    Partner partner = partner(exchange);
                    M message = parser.parseFrom(body(exchange, most));
                    send(exchange, 200, handler.apply(partner, message).toByteArray());
                } catch (InvalidProtocolBufferException e) {
                    refuse(exchange, REFUSED, "the body is no message of " + path);
                } catch (StrangerException e) {
                    refuse(exchange, STRANGER, String.valueOf(e.getMessage()));
                } catch (TooLargeException e) {
                    refuse(exchange, TOO_LARGE, String.valueOf(e.getMessage()));
                } catch (RefusedException e) {
                    refuse(exchange, REFUSED, String.valueOf(e.getMessage()));
                } catch (TrainingAbortedException e) {
                    refuse(exchange, ABORTED, String.valueOf(e.getMessage()));
                }
            }
        });
    }

    private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
        send(exchange, status, reason.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private Partner partner(HttpExchange exchange) throws IOException {
        X509Certificate certificate =
                (X509Certificate) ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
        String name = Credentials.name(certificate);
        if (!agreement.partners().containsKey(name)) {
            throw new StrangerException(name + " isn't in the agreement");
        }
        return new Partner(name, certificate);
    }

    /** An update may be as long as its numbers and a little more. */
    private byte[] body(HttpExchange exchange, int bound) throws IOException {
        int most = exchange.getRequestURI().getPath().equals("/v1/update")
                ? Math.toIntExact(Math.min(bound, updateBytes()))
                : bound;
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            passOver(exchange.getRequestBody());
            throw new TooLargeException("the body has more than the " + most + " bytes that are right here");
        }
        return body;
    }

    /** Who is still sending when the connection ends never reads why: a good deal more is taken and thrown away. */
    private static void passOver(InputStream rest) throws IOException {
        byte[] some = new byte[8192];
        long left = PASSED_OVER;
        for (int read = 0; read >= 0 && left > 0; read = rest.read(some)) {
            left -= read;
        }
    }

    private long updateBytes() {
        return 1024 + (long) Long.BYTES * Math.max(training.length(0), training.length(1));
    }

    /** The port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Trains with whoever comes.
     *
     * @return the item factors after the last round
     * @throws TrainingAbortedException when too few partners come or stay, or a sum can't be true
     */
    public JointFactors train() {
        return training.run();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            // The last answers are still on their way.
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }

    /** Not a partner. */
    private static final class StrangerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StrangerException(String reason) {
            super(reason);
        }
    }

    /** More bytes than are right. */
    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String reason) {
            super(reason);
        }
    }
}
