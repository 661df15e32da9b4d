using System.ComponentModel.DataAnnotations;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Smtp;

namespace Platform.Modules.Notices;

/// <summary>Settings below <c>Modules:notices</c>. A channel without settings does not exist; the inbox always does.</summary>
public sealed class NoticesOptions : IValidatableObject
{
    /// <summary>Tries of one delivery before it is given up; the waits between twelve add up to some four hours.</summary>
    [Range(1, 50)]
    public int Attempts { get; set; } = 12;

    public SmtpOptions? Smtp { get; set; }

    public SmsOptions? Sms { get; set; }

    /// <summary>The parts are checked like the whole: their annotations, then what must fit together.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var found = new List<ValidationResult>();
        foreach (var part in new object?[] { Smtp, Sms }.OfType<object>())
        {
            Validator.TryValidateObject(part, new ValidationContext(part), found, validateAllProperties: true);
        }

        return found;
    }
}
