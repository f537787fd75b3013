package dev.aisle.recommender.catalog.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, asked by the S3 API. An object appears when all of it has come and its MD5 is right. */
final class Bucket implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String name;
    private final StoreWatch watch;

    Bucket(S3Client client, String name, StoreWatch watch) {
        this.client = client;
        this.name = name;
        this.watch = watch;
    }

    /** The keys that begin so, in their order. */
    List<String> keys(String begin) throws IOException {
        return ask(
                begin,
                of -> of.listObjectsV2Paginator(request -> request.bucket(name).prefix(begin)).contents().stream()
                        .map(S3Object::key)
                        .sorted()
                        .toList());
    }

    /** Makes an object of a file, of up to 5 GB as the API has it. */
    void put(String key, Path file) throws IOException {
        String md5 = md5(file);
        ask(
                key,
                of -> of.putObject(
                        request -> request.bucket(name).key(key).contentMD5(md5), RequestBody.fromFile(file)));
    }

    /** Writes an object to a file. */
    void get(String key, Path file) throws IOException {
        ask(
                key,
                of -> of.getObject(request -> request.bucket(name).key(key), (response, body) -> {
                    try {
                        return Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException e) {
                        throw RetryableException.create("the object didn't come whole", e);
                    }
                }));
    }

    /** Changes when the object does; empty when there is none. */
    String stampOf(String key) throws IOException {
        try {
            HeadObjectResponse head =
                    ask(key, of -> of.headObject(request -> request.bucket(name).key(key)));
            return head.lastModified() + "/" + head.contentLength() + "/" + head.eTag();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    void delete(String key) throws IOException {
        ask(key, of -> of.deleteObject(request -> request.bucket(name).key(key)));
    }

    private <T> T ask(String key, Function<S3Client, T> question) throws IOException {
        try {
            T answer = question.apply(client);
            watch.answered();
            return answer;
        } catch (SdkException e) {
            if (e instanceof S3Exception said
                    && said.statusCode() == NOT_FOUND
                    && !(e instanceof NoSuchBucketException)) {
                watch.answered();
                throw new NoSuchFileException(key);
            }
            watch.failed("the bucket " + name + " can't be asked: " + e.getMessage());
            throw new UnreachableStoreException("the object store can't be asked: " + e.getMessage(), e);
        }
    }

    private static String md5(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("A JDK has MD5", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
