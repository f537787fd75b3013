package dev.aisle.privacy.rights.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file with a manifest of the SHA-256 of each file and a detached signature of the manifest. */
final class SignedZip {
    /** Names each file with its hash, in the form that {@code sha256sum -c} reads. */
    public static final String MANIFEST = "MANIFEST.sha256";

    /** The signature of the manifest: 64 bytes, Ed25519. */
    public static final String SIGNATURE = MANIFEST + ".sig";

    private SignedZip() {}

    /** Packs the files. */
    public static byte[] of(List<ArchiveFile> files, UnaryOperator<byte[]> signature) {
        ArchiveFile manifest = ArchiveFile.of(
                MANIFEST,
                files.stream()
                        .map(file -> sha256(file.content()) + "  " + file.name() + "\n")
                        .collect(Collectors.joining()));
        List<ArchiveFile> all = new ArrayList<>(files);
        all.add(manifest);
        all.add(new ArchiveFile(SIGNATURE, signature.apply(manifest.content())));
        return zip(all);
    }

    private static byte[] zip(List<ArchiveFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ArchiveFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory doesn't fail", e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
