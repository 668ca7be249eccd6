package conclave.appliance;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrongly, in the words of the house and not in those of a library; what the command takes follows. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        line.getErr().println(words(wrong));
        UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
        line.usage(line.getErr());
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** A command's own sentence is one already. */
    private static String words(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing -> named("缺少必须给出的", "Missing", missing.getMissing());
            case UnmatchedArgumentException unknown -> {
                var typed = unknown.getUnmatched().stream().map(WrongUsage::plain).collect(Collectors.joining(" "));
                yield "不认识的选项或参数：" + typed + "。请核对拼写。Unknown: " + typed + ".";
            }
            case OverwrittenOptionException _ -> named("只能给出一次", "Given twice", wrong.getArgSpec() == null ? List.of() : List.of(wrong.getArgSpec()));
            default -> wrong.getArgSpec() != null && wrong.getValue() != null ? misread(wrong) : wrong.getMessage();
        };
    }

    private static String misread(ParameterException wrong) {
        var name = name(wrong.getArgSpec());
        var form = wrong.getArgSpec().paramLabel().matches("[A-Z<].*") ? wrong.getArgSpec().paramLabel() : "";
        return name + " 的值“" + plain(wrong.getValue()) + "”不合要求" + (form.isEmpty() ? "" : "，应为 " + form) + "。The value of " + name + " does not fit.";
    }

    private static String named(String chinese, String english, List<ArgSpec> which) {
        var names = which.stream().map(WrongUsage::name).collect(Collectors.joining("、"));
        return chinese + "：" + names + "。" + english + ": " + names + ".";
    }

    private static String name(ArgSpec one) {
        return one instanceof OptionSpec option ? option.longestName() : one.paramLabel();
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\ufffd");
    }
}
