package dev.aisle.recommender;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** An object store with an S3 API in a process of its own, which checks signatures, and whose objects are files of a folder. It can be frozen. */
public final class ObjectStore implements AutoCloseable {
    public static final String ACCESS_KEY = "AISLETESTKEY";
    public static final String SECRET_KEY = "aisle-test-secret";
    public static final String BUCKET = "models";

    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final int port;
    private final int securePort;
    private Process process;

    private ObjectStore(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.securePort = freePort();
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        certificate();
        Files.write(
                folder.resolve("s3proxy.conf"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.secure-endpoint=https://127.0.0.1:" + securePort,
                        "s3proxy.keystore-path=" + keyStore(),
                        "s3proxy.keystore-password=" + PASSWORD,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem",
                        "jclouds.filesystem.basedir=" + folder.resolve("data")));
        this.process = launch();
    }

    /** Starts one with an empty bucket. */
    public static ObjectStore start() {
        try {
            return started();
        } catch (IllegalStateException e) {
            // Somebody may have taken one of its ports before it did.
            return started();
        }
    }

    private static ObjectStore started() {
        try {
            return new ObjectStore(Files.createTempDirectory("aisle-objects"));
        } catch (IOException e) {
            throw new UncheckedIOException("The object store did not start", e);
        }
    }

    /** What a service is told of it, and what {@link #ofService} needs. */
    public Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("aisle.models.bucket.name", BUCKET),
                Map.entry("aisle.models.bucket.endpoint", address().toString()),
                Map.entry("aisle.models.bucket.prefix", "shop/"),
                Map.entry("aisle.models.bucket.path-style", "true"),
                Map.entry("aisle.models.bucket.access-key-id", ACCESS_KEY),
                Map.entry("aisle.models.bucket.secret-access-key", SECRET_KEY),
                Map.entry("aisle.models.bucket.silence", "6s"),
                Map.entry("aisle.models.bucket.attempts", "1"),
                Map.entry("aisle.test.objects.data", data().toString()),
                Map.entry("aisle.test.objects.pid", Long.toString(process.pid())));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI secureAddress() {
        return URI.create("https://127.0.0.1:" + securePort);
    }

    /** Where the bytes of an object lie. */
    public Path object(String key) {
        return data().resolve(key);
    }

    private Path data() {
        return folder.resolve("data").resolve(BUCKET);
    }

    /** Trusts the certificate of the secure address and nothing else. */
    public X509TrustManager trust() throws Exception {
        KeyStore store = KeyStore.getInstance(keyStore().toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("store", store.getCertificate("store"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** Does something while the store keeps its connections and answers nothing. */
    public void whileFrozen(Runnable action) {
        frozen(process.pid(), action);
    }

    private static void frozen(long pid, Runnable action) {
        run("kill", "-STOP", Long.toString(pid));
        try {
            action.run();
        } finally {
            run("kill", "-CONT", Long.toString(pid));
        }
    }

    /**
     * The store of the service under test, whose class loader isn't the one that started it.
     *
     * @param data where the bytes of its objects lie
     */
    public record OfService(Path data, long pid) {
        public Path object(String key) {
            return data.resolve("shop").resolve(key);
        }

        public void whileFrozen(Runnable action) {
            frozen(pid, action);
        }
    }

    public static OfService ofService() {
        Config config = ConfigProvider.getConfig();
        return new OfService(
                Path.of(config.getValue("aisle.test.objects.data", String.class)),
                config.getValue("aisle.test.objects.pid", Long.class));
    }

    /** Starts one for a component test, and tells the service of it. */
    public static final class Resource implements QuarkusTestResourceLifecycleManager {
        private @Nullable ObjectStore store;

        @Override
        public Map<String, String> start() {
            ObjectStore started = ObjectStore.start();
            store = started;
            return started.settings();
        }

        @Override
        public void stop() {
            if (store != null) {
                store.close();
            }
        }
    }

    private Path keyStore() {
        return folder.resolve("store.p12");
    }

    private void certificate() {
        run(
                program("keytool"),
                "-genkeypair",
                "-alias",
                "store",
                "-keyalg",
                "EC",
                "-dname",
                "CN=objects",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                keyStore().toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(
                        program("java"),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        folder.resolve("s3proxy.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await("the object store").atMost(Duration.ofMinutes(2)).until(() -> answers(started));
        return started;
    }

    private boolean answers(Process started) throws IOException {
        if (!started.isAlive()) {
            throw new IllegalStateException("It ended: " + Files.readString(folder.resolve("log")));
        }
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket _ = new Socket(InetAddress.getLoopbackAddress(), securePort)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(command[0] + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
