"""What customers write about, in the words of both languages, and the words that say nothing about it.

Each entry of `TOPICS` is one topic, its name first; a word of it stands for every other, also across languages. Words
are folded and may be written in any form: `words.stem` meets the rest half way. `STOP` holds the small words, the talk
of support ("order", "help", "please") and what any reply may say.
"""

from __future__ import annotations

TOPICS = """
late: late delay delayed delaying delays overdue تأخر متأخر تأخير تأخرت متأخرة اتأخر اتأخرت أتأخر يتأخر تاخيرات مأخر
slow: slow slowly sluggish lag lagging بطيء بطء بطيئة بطي ثقيل يقطع تقطيع
refund: refund refunds refunded refunding moneyback reimburse reimbursement reimbursed استرداد استرجاع استرجع أسترجع يسترد
  استرد المسترد مسترد فلوسي فلوس أموال مصاري دراهم ترجيع ارجاع إرجاع مرتجع نرجع يرجع رجعوا رجوع أرجعه ترجعلي money
return: return returned returning returns إرجاع ارجاع مرتجع أرجع نرجع يرجع رجعت ترجيع
exchange: exchange exchanged replace replacement replaced replacing swap استبدال تبديل استبدل أبدل بدل يبدل نبدل ابدله بديل
  بديلة
broken: broken broke break cracked crack damaged damage damages smashed shattered torn ripped dented scratched bent leaking
  leak faulty defective defect مكسور مكسورة كسر انكسر تالف تالفة تلف متضرر متضررة مشروخ مشروخة مشقوق ممزق ممزقة مخدوش خدوش عيب
  معيب معيبة خربان خربانة خراب خرب بايظ بايظة مطعوج مهرسة
fault: fault crash crashes crashing crashed freeze freezes freezing frozen error errors failing failed fail fails failure bug
  glitch glitches malfunction outage outages outtage down عطل أعطال معطل متعطل عطلان خلل خطأ أخطاء يعلق معلق تعليق يهنق مهنق
  لاشتغال واقف واقفة وقف توقف متوقف متوقفة يقفل فشل يفشل طاح طايح disconnect disconnects disconnected disconnecting
  disconnection disconnections drop dropping drops dropped cut cutting interruption interruptions interrupted dropout
  connectivity انقطاع منقطع منقطعة انقطع انقطعت ينقطع تنقطع مقطوع مقطوعة تقطع فصل يفصل مفصول
piece: قطعة القطعة القطع قطعتين piece pieces
twice: twice double doubled duplicate duplicated مرتين مضاعف مكرر مكررة متكرر تكرار مزدوج
charge: charge charged charges charging debited debit deducted deduct deduction billed خصم خصمتم خصمتوا انخصم انخصمت مخصوم خصمت
  مسحوب سحب انسحب سحبتوا اقتطاع اتخصم اتسحب
bill: bill bills billing invoice invoices invoiced statement فاتورة فواتير فاتورتي الفاتوره كشف
cancel: cancel cancelled canceled cancelling canceling cancellation cancels إلغاء الغاء ألغي الغي يلغي ملغي ملغى ملغية انلغى
  الغيت الغيتوا اتلغى تلغى كنسل كنسلت تكنسل كانسل
deliver: arrive arrived arrives arriving arrival deliver delivered delivery delivers delivering deliveries courier driver
  shipment shipped shipping ship ships parcel parcels package packages dispatched dispatch توصيل توصل يوصل وصل وصلت وصلني وصول
  يصل تصل تسليم استلام استلم استلمت استلمته أستلم شحن شحنة شحنتي شحنت المندوب مندوب طرد الطرد سائق شحنات توصله يوصلني
  الليفراسيون
tracking: track tracking tracked trace تتبع تتبعها التتبع
missing: missing lost lose losing loss disappeared vanished incomplete ناقص ناقصة نقص ناقصه ضاع ضاعت ضايع ضائع مفقود مفقودة فقد
  اختفى اختفت فقدت
wrong: wrong incorrect incorrectly mistaken mistake غلط خاطئ خاطئة بالغلط مغلوط غلطان خطأ مختلف
size: size sizes sized مقاس مقاسات المقاس قياس حجم
small: small smaller tight tiny ضيق ضيقة صغير صغيرة أصغر
big: big bigger large larger واسع كبير كبيرة أكبر
colour: colour color colours colors لون ألوان اللون أسود أبيض أحمر أزرق أخضر سوداء بيضاء
price: price prices pricing cost costs costing fee fees priced expensive pricey cheaper سعر أسعار سعره سعرها بكم بكام تكلفة
  تكاليف ثمن رسوم رسم غالي غالية غلا اسعارها
discount: sale sales discount discounts coupon coupons voucher vouchers promo promotion promotional تخفيض تخفيضات كوبون كوبونات
  قسيمة عروض عرض العرض
pay: pay paid paying payment payments pays دفع دفعت ادفع أدفع يدفع مدفوع سداد سددت أسدد تسديد الدفع دفعات قسط أقساط تقسيط
transfer: transfer transferred transferring transfers wire حوالة حوالات تحويل حولت أحول محول التحويلات حوّلت
card: card cards creditcard بطاقة بطاقات بطاقتي كارت كرت الكارت فيزا
balance: balance balances رصيد رصيدي أرصدة
account: account accounts profile حساب حسابي الحساب اكاونت أكونت حساباتي
login: login log logged logging signin sign signing access locked unlock دخول الدخول أدخل مقفل مقفول مغلق يفتح
password: password passwords passcode passwort pin السر السري سر باسورد الباسورد المرور
delete: delete deleted deleting deletion remove removed removing erase حذف أحذف احذف محذوف مسح أمسح امسح ازالة إزالة
hack: hack hacked hacking stolen compromised fraud fraudulent scam scammed unauthorised unauthorized theft steal سرقة انسرق
  مسروق مسروقة سرق مخترق اختراق تهكر مهكر احتيال نصب نصاب نصابين
internet: internet broadband wifi fibre fiber connection wi network router modem signal انترنت الإنترنت النت نت شبكة الشبكة
  راوتر مودم فايبر الكونيكسيون كونيكسيون الكونكسيون تغطية إشارة
app: app apps application تطبيق التطبيق البرنامج ابلكيشن الأبليكيشن الابليكيشن أبليكاسيون لابليكاسيون
site: website site webpage checkout موقع الموقع موقعكم صفحة
warranty: warranty warranties guarantee guaranteed ضمان الضمان كفالة مكفول
repair: repair repaired repairs repairing fixed fixing fix تصليح صيانة إصلاح اصلاح صلح يصلح تتصلح صلحوا
appointment: appointment appointments booking bookings booked book reservation reservations reserve reserved reschedule موعد
  مواعيد موعدي حجز حجوزات حجزي أحجز محجوز احجز حجزت ميعاد رندفو
technician: technician technicians engineer engineers فني الفني مهندس تقني تكنيسيان
stock: stock available availability restock restocked unavailable متوفر متوفرة توفر يتوفر تتوفر مخزون المخزون مخزن المخزن خلص
  خلصت sold نفد نفدت موجود موجودة متاح متاحة
rude: rude rudely rudeness disrespect disrespectful impolite attitude yelled shouted insulted وقح أسلوب اسلوبه أسلوبه وحش وحشة
  اتبهدلت بهدلة صرخ إهانة أهانني احترام تعامل معاملة
waiting: waiting queue hold wait waited انتظار انتظر أنتظر منتظر مستني مستنية ناطر ناطرة استنى نستنى
address: address addresses عنوان العنوان عناوين بلاصة
change: change changed changing changes switch تغيير أغير تعديل أعدل تعدل يغير غيرت عدلت
subscribe: subscription subscriptions subscribe subscribed subscriber unsubscribe membership plan plans اشتراك اشتراكي اشتراكات
  مشترك اشترك اشتركت باقة الباقة باقتي باقات عضوية عضويتي
renew: renew renewed renewal renews autorenew expired expire expires expiry تجديد أجدد يتجدد تجددت جدد منتهي انتهى انتهت صلاحية
activate: activate activated activation active inactive enable تفعيل فعل أفعل مفعل مفعلة يتفعل تنشيط نشط
upgrade: upgrade upgraded downgrade ترقية أرقي
flight: flight flights plane airline رحلة رحلتي رحلات طيران طيارة
baggage: baggage luggage suitcase bag bags حقيبة حقائب شنطة شنط أمتعة عفش
fare: tickets fare fares تذكرة تذاكر
room: room rooms غرفة غرف
food: food meal meals burger pizza dish أكل الأكل وجبة وجبات طعام البرجر بيتزا
cold: cold بارد باردة برد
hot: hot heat heater overheating overheat hotter حار حرارة سخونة يسخن سخان ساخن
battery: battery batteries charger بطارية البطارية شاحن
screen: screen display flicker flickering شاشة الشاشة
passport: passport passports جواز جوازي الجواز جوازات
phone: phone mobile handset iphone smartphone جوال الجوال موبايل هاتف تلفون تليفون آيفون
laptop: laptop computer pc لابتوب كمبيوتر حاسوب
print: printer print printing prints طابعة طباعة
car: car vehicle سيارة السيارة عربية
water: water ماء مياه موية المويه
power: electricity power كهرباء الكهرباء كهربا
ac: ac conditioner aircon مكيف المكيف تكييف مكيفات
branch: branch branches store stores shop فرع فروع الفرع محل متجر المتجر
hours: opening open opens close closes closed closing دوام الدوام مفتوح تفتحون تفتحوا
upload: upload uploads uploading uploaded download downloads downloading downloaded تحميل تنزيل أحمل يحمل
install: install installed installing installation installer تركيب ركب تثبيت أثبت يركب تركيبه
code: otp code codes verification verify verified رمز الرمز كود تحقق التحقق أكواد
connect: connect connecting connects pair pairing يتصل ربط أربط
insurance: insurance insured تأمين التأمين
loan: loan loans mortgage قرض قروض تمويل
job: job jobs vacancy career وظيفة وظائف توظيف
visa: visa visas تأشيرة
document: document documents certificate شهادة مستند مستندات وثيقة وثائق
sound: sound audio noise noisy صوت الصوت ضجيج إزعاج
dirty: dirty stain stained stains filthy وسخ وسخة متسخ بقعة بقع قذر نظافة
smell: smell smells smelly رائحة ريحة
spoilt: mouldy moldy rotten spoiled متعفن فاسد
customs: customs جمارك الجمارك جمركية
name: name names spelling اسم الاسم اسمي
gift: gift gifts هدية هدايا
points: points loyalty rewards reward نقاط نقاطي مكافآت
children: kids children child baby أطفال ولادي أولادي طفل عيالي بنتي ابني
add: add added adding إضافة أضيف
notify: notification notifications alert alerts إشعار إشعارات تنبيه
spam: spam سبام
export: export exported exporting تصدير أصدر
restart: restart restarted reboot reset
picture: picture pictures photo photos image images album albums صورة صور تصاوير
video: video videos فيديو
data: data بيانات
manager: manager managers supervisor supervisors مدير المدير مديرك مشرف المشرف مسؤول
game: game games gaming لعبة ألعاب العاب
"""

STOP = """
a about above across after again against all almost alone along already also although always am among an and any anybody anyone
anything anyway are arent around as at away back be became because been before being below between both but by came can cannot
cant come comes coming could couldnt did didnt do does doesnt doing done dont down during each either else enough even ever
every everyone everything few find first for from full further gave get gets getting give given go goes going gone got had
hadnt half has hasnt have havent having he her here hers him his how however i id if ill im in inside into is isnt it its
itself ive just keep keeps kept kind know known last least less let lets like little long look looking looks lot made make
makes making many may maybe me mean might mine more most much must my myself near need needed needs never next no nobody none
nor not nothing now of off often ok okay on once one ones only onto or other others our ours out over own per perhaps please
put quite rather re really right said same saw say says second see seem seems seen several shall she should since so some
somebody someone something soon still such sure take taken takes taking tell than that thats the their them then there theres
these they thing things think this those though three through till time times to today together told tomorrow tonight too took
toward tried try trying two under until up upon us use used uses using usually ve very via want wanted wants was wasnt way we
well went were what whatever when where whether which while who whole whom whose why will with within without wont would
wouldnt yes yesterday yet you your youre yours yourself youve d ll m s t u ur ya pls plz yall gonna able absolutely accept
advise afternoon ahead amazing answer apologies apologise apologize appreciate appreciated ask asked asking asap assist
assistance assisting assure attention bad best better bring brought call called calling calls care cause check checked checking
chat clear clearly company concern concerned concerns confirm confirmed confusion contact contacted contacting correct course
customer customers day days dear deal department detail details dm email emailed emails enjoy ensure evening exactly expect
experience experienced experiencing explain fast feedback feel fine follow following free frustrating frustration forward glad
good great guys happen happened happening happens happy hear hello help helped helpful helping helps hey hi hope hour
immediately inconvenience info inform information instead investigate issue issues item items kindly left letting line link
listen live love madam mail mate matter meantime member mention message messages minute minutes mins month months morning mr
mrs ms moment nice night number numbers offer offers order ordered ordering orders part people person place placed pleased pm
point possible private problem problems process processed processing product products promise proper properly provide provided
question questions quick quickly reach reached reaching reason receive received receiving recent recently regarding regards
reply request requested require required resolve resolved resolving respond response review sad send sending sends sent serious
seriously service services set share show sincerely sir solution solve solved somewhere sorry sort speak spoke start started
steps stuff suggest support team tech thank thanks thankful thx touch trouble understand unfortunately update updated updates
urgent urgently useless view visit week weeks welcome wonder wondering write writing wrote year years buy bought purchase
purchased purchasing device monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december el w men fi new old due prompt promptly severely severe advance anymore goodbye bye
loved cool funny acc num tel vs etc wasn couldn wouldn um hmm oh don doesn didn isn aren weren won shouldn haven hasn hadn ain
amp http https www earliest convenience resolution despite multiple attempts
من في على عن إلى الى مع بعد قبل عند حتى منذ بين تحت فوق ضد خلال حول دون بدون غير لدى عبر لكن بل أو ام أم ثم إذا اذا لو لولا إن
أن ان لأن لان كي لكي لن لم لا ما ليس ليست ليش ليه لماذا لما هل كم كيف متى وين فين أين اين شو ايش وش شنو ايه إيه ماذا مين اي أي
كل بعض جميع كلها كله جدا مرة مره كثير كتير واجد وايد برشا بزاف أكثر اكثر أقل شوي شوية فقط بس برضه أيضا ايضا كذلك كمان هذا هذه
هذي هاد هاذ هاي ده دي دول ذلك تلك ذي ذا كده كذا هيك هكذا هنا هناك هون هونيك الذي التي الذين اللي إللي يلي انا أنا انت أنت انتي
أنتم انتم انتو هو هي هم هما نحن احنا إحنا حنا نا كان كانت كنت يكون تكون أكون كانوا صار صارت يصير بيصير قد قال قالت قالوا قلت
قالي قالولي يقول تقول قولي تم تمت يتم سيتم راح رح سوف عم بدي بدنا أبي ابي ابغى أبغى ابغا عايز عايزة عاوز عاوزة أريد اريد نريد
نبي نبغى بغيت نحب أحب احب أود اود ودي حاب حابة ممكن يمكن يمكنني يمكنك يمكنكم أقدر اقدر تقدر نقدر تقدرون لازم ضروري ياريت يا
ايوه نعم أجل اجل طيب تمام اوكي حسنا خلاص يعني طبعا أكيد اكيد فعلا الآن الان هلق هلا دلوقتي دابا توا اليوم النهارده امس أمس
مبارح البارح بكرة غدا بكره يوم أيام ايام يومين ساعة ساعات ساعتين دقيقة دقائق شهر شهرين أشهر شهور سنة سنتين أسبوع اسبوع أسبوعين
اسبوعين اسابيع أسابيع الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت صباح مساء صباحا الصبح الليل ليلة وقت الوقت مدة فترة
لسه لسا ليسا مازال مازالت مزال عندي عندك عندكم عندنا عندو لدي لدينا لديكم معي معاي معك معكم معنا معاك معاكم فيه فيها منه منها
عليه عليها عليكم عليك علي إليك اليك لكم لك لي لنا له لها بها به بهم عنها عنه شي شيء حاجة حاجات أشياء واحد واحدة اثنين ثلاث
ثلاثة اربعة تلات تلاتة أول اول ثاني ثانية تاني تانية آخر اخر أخرى مرات نفس ولا والا وإلا مش مو موش ماشي مب ماكو مافي مفيش ماكان
كأن مثل متل زي عشان علشان لأجل بسبب سبب بخصوص خصوص يخص عادي جيد جيدة كويس زين منيح باهي مزيان حلو طلب طلبي طلبك طلبكم طلبية
طلبيتي الطلب طلبات طلبت أطلب اطلب طلبنا أوردر اوردر الأوردر اوردري الكوموند كوموند مشكلة مشاكل المشكلة مشكلتي موضوع الموضوع
خدمة خدمات خدماتنا الخدمة خدمتكم عميل عميلنا عملاء العملاء زبون فريق فريقنا دعم الدعم رقم رقمك أرقام رسالة رسالتك رسائل تواصل
تواصلك تواصلكم التواصل اتواصل تتواصل نتواصل راسلنا خاص الخاص مساعدة مساعدتك أساعدك نساعدك تساعدوني ساعدوني شكرا شكر نشكر نشكرك
اشكر أشكركم مشكور مشكورين تسلم يسلمو يعطيك العافية عافية أهلا اهلا مرحبا حياك السلام سلام ورحمة الله وبركاته بركات رحمة حياكم
تحية تحيات تحياتنا تحياتي عزيزي عزيزتي أستاذ استاذ أستاذة سيد سيدة حضرتك حضرتكم أخي اخوي أخوي اختي أختي ياهلا نورت نعتذر عذرا
معذرة آسف اسف آسفين اسفين اعتذار اعتذر أعتذر سامحينا سامحنا نأسف للأسف أسف نرجو أرجو ارجو رجاء الرجاء يرجى فضلك فضلكم سمحت
سمحتم لطفا كريم تكرما إذنك معلومات بياناتك تفاصيل تفاصيلك استفسار استفسر أستفسر سؤال أسأل اسأل رد الرد ردكم يرد ترد أرد نرد
تردون شركة الشركة شركتكم إدارة قسم موظف موظفين الموظف بلاغ بلاغك شكوى شكواك ملاحظة ملاحظتك منتج المنتج منتجات منتجكم منتجاتكم
شريت اشتريت اشتريته اشترى شراء أشتري جهاز الجهاز عمل العمل أعرف اعرف نعرف يعرف تعرف شوف أشوف شفت نشوف أرسل ارسل إرسال ارسال
أرسلت ارسلت ابعت ابعتلي ابعتلنا ابعث بعت بعثت بعتلك جاء جاني جاتني اجا اجاني إجا جت يجي تجي حل الحل نحل حلول لحظة لحظات متابعة
نتابع أتابع فحص نفحص حق حقي كامل كاملة صحيح اني انكم انه انها انهم لأنه لحد حد محد إمتى امتى زال حال حالة ايوا تبع متاع بتاع
حالي حاليا صراحة بصراحة نفسها نفسه كلم كلمني خط الخط فايدة معقول طول انو ولو كما بما وما وهل ولم لأي واللي وانا وأنا ياخي الف
ألف مليون مية مني منك عنا عنو ليك ليكم إليكم اليكم حدا ورقم بلا ريال درهم دينار جنيه ليرة دولار
"""

NEGATIONS = """
not no never t dont doesnt didnt wont isnt arent wasnt cant cannot stopped stop stops without hardly
لا ما لم لن مش مو موش مب ليس ليست غير مابي مبتعملش وقف بطل مهوب ماهو مهو
"""
WORKS = """
work works working worked function functioning functions load loads loading respond open opens turn
يعمل تعمل يشتغل تشتغل شغال شغالة اشتغل بيشتغل بتشتغل يخدم تخدم خدام خدامة بتفتح يفتح تفتح يستجيب تشتغلش يشتغلش
"""
