package dev.aisle.algorithms.privacy.pii;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Checksums of Bitcoin addresses: Base58Check, Bech32 (BIP 173) and Bech32m (BIP 350). */
final class WalletChecks {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;
    private static final int PAYLOAD = 21;
    private static final int CHECKSUM = 4;

    private WalletChecks() {}

    static boolean isValid(String address) {
        return address.startsWith("bc1") ? isBech32(address) : isBase58(address);
    }

    private static boolean isBase58(String address) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < address.length(); i++) {
            int digit = BASE58.indexOf(address.charAt(i));
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        byte[] significant = number.toByteArray();
        int sign = significant[0] == 0 ? 1 : 0;
        int length = significant.length - sign;
        if (length > PAYLOAD + CHECKSUM) {
            return false;
        }
        byte[] bytes = new byte[PAYLOAD + CHECKSUM];
        System.arraycopy(significant, sign, bytes, bytes.length - length, length);
        byte[] hash = sha256(sha256(Arrays.copyOf(bytes, PAYLOAD)));
        return Arrays.equals(hash, 0, CHECKSUM, bytes, PAYLOAD, PAYLOAD + CHECKSUM);
    }

    private static boolean isBech32(String address) {
        int check = 1;
        for (int value : new int[] {3, 3, 0, 'b' & 31, 'c' & 31}) {
            check = step(check, value);
        }
        for (int i = 3; i < address.length(); i++) {
            check = step(check, BECH32.indexOf(address.charAt(i)));
        }
        return check == 1 || check == BECH32M;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            next ^= (top >>> bit & 1) == 1 ? GENERATOR[bit] : 0;
        }
        return next;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
