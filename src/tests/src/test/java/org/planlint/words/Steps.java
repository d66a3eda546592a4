package org.planlint.words;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassWriter;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Label;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what the program does, which is the same on every machine: jumps and calls of its own code, letters that patterns look at,
 * and letters that strings are searched or copied through. One thread at a time.
 */
public final class Steps {
    /** Letters that the JDK searches or copies at once. */
    private static final int AT_ONCE = 16;

    private static final String SELF = Type.getInternalName(Steps.class);
    /** Calls of strings and patterns that are counted, by name and what they take. */
    private static final Set<String> COUNTED = Stream.of(Steps.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(InsteadOf.class))
            .map(Steps::called)
            .collect(Collectors.toSet());

    private static long taken;
    private static long most = Long.MAX_VALUE;

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface InsteadOf {}

    /** More than were allowed. */
    public static final class TooMany extends Error {
        private static final long serialVersionUID = 1L;

        private TooMany() {
            super("more than " + most + " steps", null, false, true);
        }
    }

    interface Work {
        void run() throws ReflectiveOperationException;
    }

    private Steps() {}

    /** How many steps the work of classes of {@link #counted} takes; where it would take more than {@code limit}, that many. */
    static long of(Work work, long limit) throws ReflectiveOperationException {
        taken = 0;
        most = limit;
        try {
            work.run();
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (!(e.getCause() instanceof TooMany)) {
                throw e;
            }
        } finally {
            most = Long.MAX_VALUE;
        }
        return Math.min(taken, limit);
    }

    /** The program's classes anew, so that their steps are counted. */
    static ClassLoader counted() {
        return new ClassLoader(Steps.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    boolean own = name.startsWith("org.planlint.") && !name.startsWith(Steps.class.getName());
                    Class<?> known = findLoadedClass(name);
                    return !own ? super.loadClass(name, resolve) : known != null ? known : define(name);
                }
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = counting(in.readAllBytes());
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
    }

    private static byte[] counting(byte[] program) {
        ClassReader reader = new ClassReader(program);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Counting(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Counting extends MethodVisitor {
        Counting(MethodVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "step", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            step();
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String call = name + descriptor.substring(0, descriptor.indexOf(')') + 1);
            boolean instead = opcode == Opcodes.INVOKEVIRTUAL && COUNTED.contains(owner + " " + call);
            if (instead) {
                String with = "(L" + owner + ";" + descriptor.substring(1);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, name, with, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }

    private static String called(Method method) {
        Type[] takes = Type.getArgumentTypes(method);
        String rest = Stream.of(takes).skip(1).map(Type::getDescriptor).collect(Collectors.joining());
        return takes[0].getInternalName() + " " + method.getName() + "(" + rest + ")";
    }

    private static void steps(long more) {
        taken += more;
        if (taken > most) {
            throw new TooMany();
        }
    }

    public static void step() {
        steps(1);
    }

    private static String through(String text) {
        steps(1 + text.length() / AT_ONCE);
        return text;
    }

    @InsteadOf
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Looked(text, 0, text.length()));
    }

    @InsteadOf
    public static boolean contains(String text, CharSequence words) {
        return through(text).contains(words);
    }

    @InsteadOf
    public static int indexOf(String text, int c) {
        int at = text.indexOf(c);
        steps(1 + (at < 0 ? text.length() : at) / AT_ONCE);
        return at;
    }

    @InsteadOf
    public static int indexOf(String text, String words) {
        int at = text.indexOf(words);
        steps(1 + (at < 0 ? text.length() : at) / AT_ONCE);
        return at;
    }

    @InsteadOf
    public static int lastIndexOf(String text, int c) {
        int at = text.lastIndexOf(c);
        steps(1 + (text.length() - Math.max(0, at)) / AT_ONCE);
        return at;
    }

    @InsteadOf
    public static String substring(String text, int from) {
        return through(text.substring(from));
    }

    @InsteadOf
    public static String substring(String text, int from, int to) {
        return through(text.substring(from, to));
    }

    @InsteadOf
    public static String toLowerCase(String text, Locale locale) {
        return through(text).toLowerCase(locale);
    }

    @InsteadOf
    public static String toUpperCase(String text, Locale locale) {
        return through(text).toUpperCase(locale);
    }

    @InsteadOf
    public static String strip(String text) {
        return through(text.strip());
    }

    /** A text each look at whose letters is a step. */
    record Looked(CharSequence text, int start, int end) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            steps(1);
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Looked(text, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.subSequence(start, end).toString();
        }
    }
}
