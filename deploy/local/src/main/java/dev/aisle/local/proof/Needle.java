package dev.aisle.local.proof;

/**
 * Bytes that tell of a person.
 *
 * @param name  what they are: "e-mail, sha256 hex"
 * @param bytes eight at least, so that they don't stand anywhere by chance
 */
record Needle(String name, byte[] bytes) {
    private static final int SHORTEST = 8;

    Needle {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("A needle has eight bytes or more: " + name);
        }
    }
}
