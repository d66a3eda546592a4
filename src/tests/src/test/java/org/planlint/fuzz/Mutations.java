package org.planlint.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes sound inputs by chance, which a seed makes the same each time. */
final class Mutations {
    /** Where readers are known to trip: ends of ranges, signs of the formats, letters of several bytes. */
    private static final List<String> WORDS = List.of(
            "\u0000",
            "-1",
            "0",
            "2147483648",
            "99999999999999999999",
            "1e309",
            "<",
            ">",
            "/>",
            "\"",
            "&#0;",
            "&a;",
            "]]>",
            "<!--",
            "<![CDATA[",
            "(",
            ")",
            "<<",
            ">>",
            "[",
            "]",
            "obj",
            "endobj",
            "stream",
            "R",
            "Do",
            "BI ID ",
            "ế\u0301",
            "\uD83D\uDE00",
            "\r\n",
            "---\n",
            "{",
            ": ",
            "--phan",
            "Encapsulated:");

    private final RandomGenerator chance;
    private final List<byte[]> seeds;

    Mutations(RandomGenerator chance, List<byte[]> seeds) {
        this.chance = chance;
        this.seeds = seeds;
    }

    /** One of the seeds, changed at one to eight places. */
    byte[] next() {
        byte[] input = seeds.get(chance.nextInt(seeds.size()));
        for (int i = chance.nextInt(8); i >= 0; i--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        if (input.length < 2) {
            return seeds.get(0);
        }
        int from = chance.nextInt(input.length);
        int to = Math.min(input.length, from + 1 + chance.nextInt(chance.nextInt(64) == 0 ? input.length : 64));
        return switch (chance.nextInt(6)) {
            case 0 -> {
                byte[] other = input.clone();
                other[from] ^= (byte) (1 << chance.nextInt(8));
                yield other;
            }
            case 1 ->
                put(input, from, from, WORDS.get(chance.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            case 2 ->
                put(input, from, to, WORDS.get(chance.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> put(input, from, to, new byte[0]);
            case 4 -> put(input, from, from, Arrays.copyOfRange(input, from, to));
            default -> {
                int there = chance.nextInt(input.length);
                yield put(input, there, there, Arrays.copyOfRange(input, from, to));
            }
        };
    }

    private static byte[] put(byte[] input, int from, int to, byte[] piece) {
        byte[] other = new byte[input.length - (to - from) + piece.length];
        System.arraycopy(input, 0, other, 0, from);
        System.arraycopy(piece, 0, other, from, piece.length);
        System.arraycopy(input, to, other, from + piece.length, input.length - to);
        return other;
    }
}
