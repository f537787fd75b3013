package dev.aisle.recommender.catalog.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.ObjectStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in a bucket of a store that speaks the S3 API and checks signatures. */
class BucketFilesIT {
    private static ObjectStore store;

    @TempDir
    Path copies;

    private final String prefix = UUID.randomUUID() + "/";
    private final StoreWatch watch = new StoreWatch(new SimpleMeterRegistry());
    private final AtomicReference<String> secret = new AtomicReference<>(ObjectStore.SECRET_KEY);
    private BucketFiles files;

    @BeforeAll
    static void start() {
        store = ObjectStore.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        files = files(store.address(), Optional.empty(), copies);
    }

    @Test
    void whatOneInstancePutsAnotherOneListsAndReads(@TempDir Path elsewhere) throws IOException {
        files.put("model-a", text("first"));
        files.put("model-b", text("second"));
        files.put("other", text("third"));
        BucketFiles replica = files(store.address(), Optional.empty(), elsewhere);

        assertThat(replica.names("model-")).containsExactly("model-a", "model-b");
        assertThat(read(replica, "model-b", Checksum.UNKNOWN)).isEqualTo("second");
        assertThat(elsewhere).as("a file without a checksum isn't kept").isEmptyDirectory();
    }

    @Test
    void aMissingFileIsSaidToBeMissing() throws IOException {
        assertThat(files.stampOf("none")).isEmpty();
        assertThatThrownBy(() -> files.read("none", Checksum.UNKNOWN, Files::readString))
                .isInstanceOf(NoSuchFileException.class);
        files.delete("none");
    }

    @Test
    void anAlteredObjectIsRefusedByNameAndNothingOfItIsKept() throws IOException {
        Checksum checksum = put("model-a", "as it was registered");
        Files.writeString(store.object(prefix + "model-a"), "as somebody else likes");

        assertThatThrownBy(() -> files.read("model-a", checksum, Files::readString))
                .isInstanceOf(AlteredFileException.class)
                .hasMessageStartingWith("model-a was altered: its checksum is ")
                .hasMessageContaining(String.valueOf(checksum.sha256()));
        assertThat(copies).isEmptyDirectory();
    }

    @Test
    void anAlteredCopyIsFetchedAgain() throws IOException {
        Checksum checksum = put("model-a", "right");
        files.read("model-a", checksum, Files::readString);
        Files.writeString(copies.resolve("model-a"), "wrong");

        assertThat(read(files, "model-a", checksum)).isEqualTo("right");
    }

    @Test
    void aCopyIsReadWhileTheStoreDoesNotAnswerAndEverythingElseSaysSo() throws IOException {
        Checksum checksum = put("model-a", "text");
        files.read("model-a", checksum, Files::readString);

        store.whileFrozen(() -> {
            assertThatThrownBy(() -> files.names("")).isInstanceOf(UnreachableStoreException.class);
            assertThatThrownBy(() -> files.stampOf("model-a")).isInstanceOf(UnreachableStoreException.class);
            assertThatThrownBy(() -> files.put("model-b", text("late"))).isInstanceOf(UnreachableStoreException.class);
            assertThat(watch.failure()).startsWith("the bucket models can't be asked: ");
            assertThat(read(files, "model-a", checksum)).isEqualTo("text");
        });

        assertThat(files.stampOf("model-a")).isNotEmpty();
        assertThat(watch.failure()).isEmpty();
    }

    @Test
    void anUploadThatEndsHalfwayShowsNothing() throws IOException {
        InputStream half = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (left <= 0) {
                    throw new IOException("The process is killed here");
                }
                left -= most;
                return most;
            }
        };

        try (S3Client client = client(store.address(), Optional.empty())) {
            assertThatThrownBy(() -> client.putObject(
                            request -> request.bucket(ObjectStore.BUCKET).key(prefix + "model-a"),
                            RequestBody.fromInputStream(half, 200_000)))
                    .hasMessageContaining("The process is killed here");
        }

        // This store leaves what had come under a name of its own.
        assertThat(files.names("")).doesNotContain("model-a");
        assertThat(files.stampOf("model-a")).isEmpty();
    }

    @Test
    void aDeletedFileIsGoneFromTheBucketAndFromTheCopies() throws IOException {
        Checksum checksum = put("model-a", "text");
        files.read("model-a", checksum, Files::readString);

        files.delete("model-a");

        assertThat(store.object(prefix + "model-a")).doesNotExist();
        assertThat(copies).isEmptyDirectory();
    }

    @Test
    void copiesOfWhatIsNotNeededGoAndSoDoesWhatAKilledProcessHadBegun() throws IOException {
        Checksum a = put("model-a", "a");
        Checksum b = put("model-b", "b");
        files.read("model-a", a, Files::readString);
        files.read("model-b", b, Files::readString);
        Files.writeString(copies.resolve(".1234.part"), "half");

        files.keepCopies(Set.of("model-b"));

        try (Stream<Path> left = Files.list(copies)) {
            assertThat(left).containsExactly(copies.resolve("model-b"));
        }
    }

    @Test
    void aKeyThatIsRenewedCountsFromTheNextRequestOn() throws IOException {
        secret.set("a wrong one");
        assertThatThrownBy(() -> files.names(""))
                .isInstanceOf(UnreachableStoreException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("a wrong one");

        secret.set(ObjectStore.SECRET_KEY);

        assertThat(files.names("")).isEmpty();
    }

    @Test
    void anAuthorityOfItsOwnIsTrustedAndNobodyElseIs() throws Exception {
        BucketFiles trusting = files(store.secureAddress(), Optional.of(store.trust()), copies);
        BucketFiles stranger = files(store.secureAddress(), Optional.empty(), copies);

        trusting.put("model-a", text("over TLS"));

        assertThat(read(trusting, "model-a", Checksum.UNKNOWN)).isEqualTo("over TLS");
        assertThatThrownBy(() -> stranger.names("")).isInstanceOf(UnreachableStoreException.class);
    }

    @Test
    void aBucketThatIsNotThereIsNoEmptyOne() {
        Bucket none = new Bucket(client(store.address(), Optional.empty()), "none", watch);

        assertThatThrownBy(() -> new BucketFiles(none, "", copies).names(""))
                .isInstanceOf(UnreachableStoreException.class);
    }

    private Checksum put(String name, String text) throws IOException {
        files.put(name, text(text));
        Path file = Files.writeString(copies.resolveSibling(UUID.randomUUID().toString()), text);
        try {
            return Checksum.of(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String read(SharedFiles from, String name, Checksum checksum) {
        try {
            return from.read(name, checksum, Files::readString);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SharedFiles.Writing text(String text) {
        return place -> Files.writeString(place, text);
    }

    private BucketFiles files(URI address, Optional<X509TrustManager> trust, Path folder) {
        return new BucketFiles(new Bucket(client(address, trust), ObjectStore.BUCKET, watch), prefix, folder);
    }

    private S3Client client(URI address, Optional<X509TrustManager> trust) {
        return BucketClient.of(
                new TestedBucket(address),
                () -> AwsBasicCredentials.create(ObjectStore.ACCESS_KEY, secret.get()),
                trust);
    }

    private record TestedBucket(URI address) implements BucketConfig {
        @Override
        public Optional<String> name() {
            return Optional.of(ObjectStore.BUCKET);
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(address);
        }

        @Override
        public String region() {
            return "eu-central-1";
        }

        @Override
        public Optional<String> prefix() {
            return Optional.empty();
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Optional<String> accessKeyId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secretAccessKey() {
            return Optional.empty();
        }

        @Override
        public Duration connectWithin() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(6);
        }

        @Override
        public int attempts() {
            return 1;
        }
    }
}
